import type { Options } from '@electron/packager';
import { identity } from '../identity.ts';
import type { WindowsSigning } from '../signing.ts';

/** What a Windows program says of itself, and its signature. */
export function windowsDetails(signing: WindowsSigning | null): Partial<Options> {
  return {
    win32metadata: {
      CompanyName: 'The Longhand authors',
      FileDescription: identity.name,
      ProductName: identity.name,
      InternalName: identity.command,
      OriginalFilename: `${identity.name}.exe`,
    },
    ...(signing ? { windowsSign: { ...signing, continueOnError: false } } : {}),
  };
}

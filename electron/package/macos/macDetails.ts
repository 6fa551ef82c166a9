import { join } from 'node:path';
import type { Options } from '@electron/packager';
import { markdownExtensions } from '../identity.ts';
import type { MacSigning } from '../signing.ts';

/** What a macOS bundle has besides: the files it offers to open, its rights, and its signature. Signing needs macOS, so a bundle that is made on another `system` has none. */
export function macDetails(
  signing: MacSigning | null,
  system: NodeJS.Platform = process.platform,
): Partial<Options> {
  const details: Partial<Options> = {
    appCategoryType: 'public.app-category.productivity',
    darwinDarkModeSupport: true,
    extendInfo: {
      LSMinimumSystemVersion: '12.0',
      CFBundleDocumentTypes: [
        {
          CFBundleTypeName: 'Markdown',
          CFBundleTypeRole: 'Viewer',
          // Offered beside other programs, and never the one a double click opens unless the writer says so.
          LSHandlerRank: 'Alternate',
          LSItemContentTypes: ['net.daringfireball.markdown'],
          CFBundleTypeExtensions: [...markdownExtensions],
        },
      ],
    },
  };
  if (system !== 'darwin') return details;
  return {
    ...details,
    osxSign: {
      // Apple silicon starts nothing that is unsigned; `-` signs for the machine, without a name.
      identity: signing?.identity ?? '-',
      identityValidation: signing !== null,
      continueOnError: false,
      optionsForFile: () => ({ hardenedRuntime: signing !== null, entitlements }),
    },
    ...(signing?.notary ? { osxNotarize: signing.notary } : {}),
  };
}

/** The rights the hardened runtime leaves the studio: the engine compiles scripts as it runs them, and no more. */
const entitlements = join(import.meta.dirname, 'entitlements.plist');

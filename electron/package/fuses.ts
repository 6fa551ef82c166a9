import { basename } from 'node:path';
import {
  FuseState,
  FuseV1Options,
  FuseVersion,
  flipFuses,
  getCurrentFuseWire,
} from '@electron/fuses';
import { PackagingError } from './packagingError.ts';

/** What a package's binary may do, burnt into it: it is no Node for others, and runs nothing but what it was packed with. */
const fuses = {
  [FuseV1Options.RunAsNode]: false,
  [FuseV1Options.EnableCookieEncryption]: true,
  [FuseV1Options.EnableNodeOptionsEnvironmentVariable]: false,
  [FuseV1Options.EnableNodeCliInspectArguments]: false,
  [FuseV1Options.EnableEmbeddedAsarIntegrityValidation]: true,
  [FuseV1Options.OnlyLoadAppFromAsar]: true,
  [FuseV1Options.GrantFileProtocolExtraPrivileges]: false,
} as const;

/** Sets the fuses of a binary (on macOS of the .app) and reads them back. Throws when one does not hold. */
export async function setFuses(binary: string): Promise<void> {
  await flipFuses(binary, { version: FuseVersion.V1, ...fuses });
  const wrong = await wrongFuses(binary);
  if (wrong.length > 0) {
    throw new PackagingError(
      `“${basename(binary)}” does not keep its fuses: ${wrong.join(', ')}. Is it an Electron that has them?`,
    );
  }
}

/** The names of fuses that are not as they must be. */
export async function wrongFuses(binary: string): Promise<string[]> {
  const wire = await getCurrentFuseWire(binary);
  return Object.entries(fuses)
    .filter(([fuse, on]) => {
      const state = wire[Number(fuse) as FuseV1Options];
      return state !== (on ? FuseState.ENABLE : FuseState.DISABLE);
    })
    .map(([fuse]) => FuseV1Options[Number(fuse)] ?? fuse);
}

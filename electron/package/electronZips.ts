import { existsSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { downloadArtifact } from '@electron/get';
import { makeStandIn } from './standIn/makeStandIn.ts';
import type { Target } from './target.ts';

/** The runtime for a target, as Electron's releases have it, in a folder where it has its release's name. */
export interface ElectronZip {
  readonly folder: string;
  /** False for the stand-in: it can be packed, installed and removed, and does nothing. */
  readonly isElectron: boolean;
}

export function electronVersion(): string {
  const path = createRequire(import.meta.url).resolve('electron/package.json');
  return (JSON.parse(readFileSync(path, 'utf8')) as { version: string }).version;
}

function electronZipName(version: string, { platform, arch }: Target): string {
  return `electron-v${version}-${platform}-${arch}.zip`;
}

/**
 * Electron for a target: from `given`, a folder of release files, else from where it was downloaded before or can be
 * downloaded now, proved by its checksum. A sentence says why it cannot be had.
 */
export async function findElectronZip(
  target: Target,
  given: string | null,
): Promise<ElectronZip | string> {
  const version = electronVersion();
  const name = electronZipName(version, target);
  if (given !== null) {
    if (existsSync(join(given, name))) return { folder: given, isElectron: true };
    return `“${name}” is not in “${given}”`;
  }
  try {
    const path = await downloadArtifact({
      version,
      artifactName: 'electron',
      platform: target.platform,
      arch: target.arch,
    });
    return { folder: join(path, '..'), isElectron: true };
  } catch (thrown) {
    const cause = thrown as Error & { cause?: Error };
    return `Electron ${version} is not here and cannot be downloaded (${cause.cause?.message ?? cause.message})`;
  }
}

/** A runtime that only has the official layout, made in `folder`. */
export async function standInZip(target: Target, folder: string): Promise<ElectronZip> {
  await makeStandIn(target, folder, electronZipName(electronVersion(), target));
  return { folder, isElectron: false };
}

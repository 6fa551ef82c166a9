import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import type { Surroundings } from './findChromium.ts';

/** The Electron binary that is here: in ELECTRON_OVERRIDE_DIST_PATH, else where the package keeps its download. */
export function findElectron({ env, platform, isProgram }: Surroundings): string | null {
  const override = env.ELECTRON_OVERRIDE_DIST_PATH;
  const name = readText(join(packageFolder(), 'path.txt'));
  const path = override
    ? join(override, name ?? usualName(platform))
    : name && join(packageFolder(), 'dist', name);
  return path && isProgram(path) ? path : null;
}

/** True when the server that Electron is downloaded from answers within two seconds. */
export async function canDownloadElectron(env: Surroundings['env']): Promise<boolean> {
  const mirror = env.ELECTRON_MIRROR ?? 'https://github.com/electron/electron/releases/download/';
  try {
    const answer = await fetch(new URL(`v${electronVersion()}/SHASUMS256.txt`, mirror), {
      method: 'HEAD',
      signal: AbortSignal.timeout(2_000),
    });
    return answer.ok;
  } catch {
    return false;
  }
}

/** Downloads Electron's binary with the package's own installer; true when it is here afterwards. */
export function downloadElectron(surroundings: Surroundings): boolean {
  const installer = join(packageFolder(), 'install.js');
  spawnSync(process.execPath, [installer], {
    stdio: 'inherit',
    timeout: 300_000,
  });
  return findElectron(surroundings) !== null;
}

export function electronVersion(): string {
  const text = readText(join(packageFolder(), 'package.json')) ?? '{}';
  return (JSON.parse(text) as { version: string }).version;
}

function packageFolder(): string {
  return dirname(createRequire(import.meta.url).resolve('electron/package.json'));
}

function usualName(platform: NodeJS.Platform): string {
  if (platform === 'darwin') return 'Electron.app/Contents/MacOS/Electron';
  return platform === 'win32' ? 'electron.exe' : 'electron';
}

function readText(path: string): string | null {
  try {
    return readFileSync(path, 'utf8');
  } catch {
    return null;
  }
}

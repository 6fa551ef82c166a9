import { accessSync, constants } from 'node:fs';
import { delimiter, join } from 'node:path';

/** What finding a program depends on; a test gives its own. */
export interface Surroundings {
  readonly env: Readonly<Record<string, string | undefined>>;
  readonly platform: NodeJS.Platform;
  readonly isProgram: (path: string) => boolean;
}

export const theseSurroundings: Surroundings = {
  env: process.env,
  platform: process.platform,
  isProgram(path) {
    try {
      accessSync(path, constants.X_OK);
      return true;
    } catch {
      return false;
    }
  },
};

/** The path of a Chromium, Chrome or Edge: the one CHROMIUM_PATH names, else the first on PATH, else at its usual place. */
export function findChromium({ env, platform, isProgram }: Surroundings): string | null {
  if (env.CHROMIUM_PATH) return isProgram(env.CHROMIUM_PATH) ? env.CHROMIUM_PATH : null;
  const folders = (env.PATH ?? '').split(platform === 'win32' ? ';' : delimiter).filter(Boolean);
  const onPath = names.flatMap((name) => folders.map((folder) => join(folder, name)));
  return (
    [...(platform === 'win32' ? [] : onPath), ...usualPlaces(platform, env)].find(isProgram) ?? null
  );
}

const names = [
  'chromium',
  'chromium-browser',
  'google-chrome',
  'google-chrome-stable',
  'chrome',
  'microsoft-edge',
];

function usualPlaces(platform: NodeJS.Platform, env: Surroundings['env']): string[] {
  if (platform === 'darwin') {
    return ['Chromium', 'Google Chrome', 'Microsoft Edge'].map(
      (name) => `/Applications/${name}.app/Contents/MacOS/${name}`,
    );
  }
  if (platform === 'win32') {
    const roots = [env.PROGRAMFILES, env['PROGRAMFILES(X86)'], env.LOCALAPPDATA];
    return roots.flatMap((root) =>
      root
        ? [
            join(root, 'Chromium', 'Application', 'chrome.exe'),
            join(root, 'Google', 'Chrome', 'Application', 'chrome.exe'),
            join(root, 'Microsoft', 'Edge', 'Application', 'msedge.exe'),
          ]
        : [],
    );
  }
  return ['/snap/bin/chromium'];
}

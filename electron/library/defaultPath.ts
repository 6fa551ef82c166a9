import { homedir } from 'node:os';
import { posix, win32 } from 'node:path';

/** The library that the studio and the command line open when none is named: `Library.longhand` in the platform's folder for a program's data. */
export function defaultLibraryPath(
  platform: NodeJS.Platform = process.platform,
  env: NodeJS.ProcessEnv = process.env,
  home = homedir(),
): string {
  if (platform === 'win32') {
    const data = env.APPDATA || win32.join(home, 'AppData', 'Roaming');
    return win32.join(data, 'Longhand', 'Library.longhand');
  }
  if (platform === 'darwin') {
    return posix.join(home, 'Library', 'Application Support', 'Longhand', 'Library.longhand');
  }
  const config = env.XDG_CONFIG_HOME;
  // The XDG specification has relative paths ignored.
  const data = config && posix.isAbsolute(config) ? config : posix.join(home, '.config');
  return posix.join(data, 'Longhand', 'Library.longhand');
}

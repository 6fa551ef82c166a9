import { spawn } from 'node:child_process';
import { dirname } from 'node:path';

/** `shell`: hands addresses and files to the desktop. */
export function createSystemShell() {
  return {
    openExternal: (url: string): Promise<void> => open(url),
    showItemInFolder(path: string): void {
      const shown = process.platform === 'darwin' ? run('open', ['-R', path]) : open(dirname(path));
      shown.catch((error: Error) => console.error(error.message));
    },
  };
}

function open(target: string): Promise<void> {
  if (process.platform === 'darwin') return run('open', [target]);
  if (process.platform === 'win32') return run('explorer.exe', [target]);
  return run('xdg-open', [target]);
}

function run(program: string, args: readonly string[]): Promise<void> {
  return new Promise((resolve, reject) => {
    const child = spawn(program, args, { stdio: 'ignore', detached: true });
    child.on('spawn', () => {
      child.unref();
      resolve();
    });
    child.on('error', () => reject(new Error(`${program} could not be started.`)));
  });
}

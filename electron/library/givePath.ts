import { closeSync, fsyncSync, linkSync, openSync, renameSync, rmSync, statSync } from 'node:fs';
import { dirname } from 'node:path';
import { StudioError } from '#contract/errors.ts';

/** Gives a finished file, which is on the same disk, its path for good. Throws `exists` when there is something by then. */
export function givePath(finished: string, path: string): void {
  sync(finished, 'r+');
  try {
    linkSync(finished, path);
    rmSync(finished);
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    // Disks that cannot link, such as a memory stick's, say one of many things; a rename would not say that a file is there.
    if (code === 'EEXIST' || statSync(path, { throwIfNoEntry: false }) !== undefined) {
      throw new StudioError(
        'exists',
        `“${path}” is there already, and was left as it is.`,
        'Choose another name.',
      );
    }
    renameSync(finished, path);
  }
  if (process.platform !== 'win32') sync(dirname(path), 'r');
}

function sync(path: string, flags: 'r' | 'r+'): void {
  const file = openSync(path, flags);
  try {
    fsyncSync(file);
  } finally {
    closeSync(file);
  }
}

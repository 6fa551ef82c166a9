import { closeSync, openSync, rmSync, statSync } from 'node:fs';
import { StudioError } from '#contract/errors.ts';

/** Milliseconds after which a lock is that of a process that is no more. */
const longest = 15 * 60_000;

/** Keeps other processes from backing up the same library into the same folder until the function returned is called. Throws `locked`. */
export function lockFolder(path: string): () => void {
  try {
    closeSync(openSync(path, 'wx'));
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error;
    const since = statSync(path, { throwIfNoEntry: false })?.mtimeMs ?? 0;
    // Its age by either sign: the clock may have been set back since.
    if (Math.abs(Date.now() - since) < longest) {
      throw new StudioError(
        'locked',
        'Another window or program is making a backup just now.',
        'Wait until it is done.',
      );
    }
    rmSync(path, { force: true });
    return lockFolder(path);
  }
  return () => rmSync(path, { force: true });
}

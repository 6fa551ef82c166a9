import { StudioError } from '#contract/errors.ts';
import type { Library } from './library.ts';
import { translateError } from './translateError.ts';

/** Runs `work` on one unchanging view of the library, whoever writes meanwhile. */
export function reading<T>(library: Library, work: () => T): T {
  return guarded(library, () => library.db.transaction(work).deferred());
}

/**
 * Runs `work` as the only writer, all of it or nothing: once this returns, its changes are on the disk.
 * Throws `read-only` for a library that cannot be written, `locked` when another writer does not finish,
 * `disk-full` when there is no room, `not-found` when the file is not where it was opened.
 */
export function writing<T>(library: Library, work: () => T): T {
  if (library.readOnly) {
    throw new StudioError(
      'read-only',
      `The library “${library.path}” is open for reading only.`,
      'Reading and exporting work. Copy it to a place where you may write to go on.',
    );
  }
  return guarded(library, () => {
    // SQLite would go on writing to a file that is no longer in any folder, and call it saved.
    if (!library.isInPlace()) throw gone(library.path);
    return library.db.transaction(work).immediate();
  });
}

function gone(path: string): StudioError {
  return new StudioError(
    'not-found',
    `The library “${path}” is not where it was: its file was moved, deleted or replaced.`,
    'Put it back and what is unsaved will be saved; or copy your text before you open another library.',
  );
}

function guarded<T>(library: Library, work: () => T): T {
  try {
    return work();
  } catch (error) {
    throw translateError(error, library.path);
  }
}

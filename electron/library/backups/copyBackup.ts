import { randomUUID } from 'node:crypto';
import { copyFileSync, existsSync, mkdtempSync, rmSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { StudioError } from '#contract/errors.ts';
import { givePath } from '../givePath.ts';
import { openLibrary } from '../openLibrary.ts';
import { proveLibrary } from '../proof/proveLibrary.ts';
import { translateError } from '../translateError.ts';

/**
 * Makes a library of its own from a backup, at a path where there is nothing yet; the backup stays as it is. The
 * copy is proved first: throws `damaged` when it is not what was backed up, `exists` when the path is taken.
 */
export function copyBackup(backup: string, into: string): void {
  try {
    if (existsSync(into)) {
      throw new StudioError(
        'exists',
        `“${into}” is there already, and was left as it is.`,
        'Choose another name.',
      );
    }
    const folder = mkdtempSync(join(dirname(into), '.longhand-copy-'));
    try {
      const unfinished = join(folder, basename(into));
      copyFileSync(backup, unfinished);
      becomeOneOfItsOwn(unfinished, backup);
      givePath(unfinished, into);
    } finally {
      rmSync(folder, { recursive: true, force: true });
    }
  } catch (error) {
    throw translateError(error, into);
  }
}

/** Another id, so that its backups and the original's do not mix. */
function becomeOneOfItsOwn(path: string, backup: string): void {
  const copy = openLibrary(path, { create: false });
  try {
    const { damage, file } = proveLibrary(copy);
    if (damage.length > 0 || file.length > 0) {
      throw new StudioError(
        'damaged',
        `The backup “${basename(backup)}” is not what was written.`,
        'Choose another one, or rescue what can be proved of it into a new library.',
      );
    }
    copy.db.prepare('UPDATE library SET id = ?').run(randomUUID());
  } finally {
    copy.close();
  }
}

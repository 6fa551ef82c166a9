import type { Database } from 'better-sqlite3';
import { StudioError } from '#contract/errors.ts';
import { olderCopy } from './keptCopies.ts';

/** What SQLite's `application_id` holds in a library of this studio: "LONG". */
export const applicationId = 0x4c_4f_4e_47;

/** True for a database in which nothing was ever made. */
export function isEmpty(db: Database): boolean {
  return (
    db.pragma('application_id', { simple: true }) === 0 &&
    db.pragma('user_version', { simple: true }) === 0 &&
    db.prepare('SELECT 1 FROM sqlite_schema LIMIT 1').get() === undefined
  );
}

export function refuseForeign(path: string): never {
  throw new StudioError(
    'not-a-library',
    `“${path}” is a database of another program, not a Longhand library.`,
    'The file was left as it is. Choose another one.',
  );
}

export function refuseNewer(path: string, version: number, latest: number): void {
  if (version <= latest) return;
  const copy = olderCopy(path, latest);
  throw new StudioError(
    'newer-library',
    `The library “${path}” was written by a newer version of Longhand.`,
    copy === null
      ? 'It was left untouched. Update Longhand to open it.'
      : `It was left untouched. Update Longhand to open it, or open the copy that was kept of it before: “${copy}”.`,
  );
}

import { closeSync, fsyncSync, openSync, renameSync, rmSync } from 'node:fs';
import { basename } from 'node:path';
import type { Database } from 'better-sqlite3';
import { StudioError } from '#contract/errors.ts';
import { abandonedCopies, keptCopyPath } from './keptCopies.ts';

/**
 * Writes the whole library, as it is now, to a file beside it that says which version it was of and when, and gives
 * its path. The copy is read back and held against the library row by row before it gets its name; throws `damaged`
 * when it is another.
 */
export function keepCopy(db: Database, path: string, version: number, now: Date): string {
  const copy = keptCopyPath(path, version, now);
  const unfinished = `${copy}.part`;
  try {
    for (const each of [unfinished, ...abandonedCopies(path)]) rmSync(each, { force: true });
    db.prepare('VACUUM INTO ?').run(unfinished);
    sync(unfinished);
    verify(db, unfinished, path);
    renameSync(unfinished, copy);
    return copy;
  } finally {
    rmSync(unfinished, { force: true });
  }
}

function sync(path: string): void {
  const file = openSync(path, 'r+');
  try {
    fsyncSync(file);
  } finally {
    closeSync(file);
  }
}

function verify(db: Database, copy: string, path: string): void {
  db.prepare('ATTACH ? AS kept').run(copy);
  try {
    const isSound = db.pragma('kept.integrity_check', { simple: true }) === 'ok';
    if (isSound && isSame(db, 'sqlite_schema') && tables(db).every((table) => isSame(db, table))) {
      return;
    }
  } finally {
    db.exec('DETACH kept');
  }
  throw new StudioError(
    'damaged',
    `The copy of “${basename(path)}” that is kept before bringing it to this version is not what is in the library.`,
    'The library was left as it is. Close what else uses it, see that the disk is sound, and try again.',
  );
}

/** Both have the same rows. Pages and the numbers of root pages differ between a library and its copy. */
function isSame(db: Database, table: string): boolean {
  const columns = table === 'sqlite_schema' ? 'type, name, tbl_name, sql' : '*';
  const name = `"${table.replaceAll('"', '""')}"`;
  const rows = (schema: string) => `SELECT ${columns} FROM ${schema}.${name}`;
  return (
    db
      .prepare(
        `SELECT (SELECT count(*) FROM main.${name}) = (SELECT count(*) FROM kept.${name})
           AND NOT EXISTS (${rows('main')} EXCEPT ${rows('kept')})`,
      )
      .pluck()
      .get() === 1
  );
}

function tables(db: Database): string[] {
  return db
    .prepare<[], string>(
      `SELECT name FROM main.sqlite_schema
       WHERE type = 'table' AND name NOT LIKE 'sqlite\\_%' ESCAPE '\\'
         AND sql NOT LIKE 'CREATE VIRTUAL%'`,
    )
    .pluck()
    .all();
}

import Database from 'better-sqlite3';
import { StudioError } from '#contract/errors.ts';
import { applicationId, refuseForeign, refuseNewer } from '../identity.ts';
import type { Library } from '../library.ts';
import { latestVersion, migrations } from '../migrations/migrations.ts';
import { keyColumns } from '../proof/essayKeys.ts';
import { translateError } from '../translateError.ts';
import { takeTables } from './takeTables.ts';

/**
 * Opens a private copy of a library, however damaged, as far as it can be: where the pages
 * which say what tables there are are hurt, with those of a sound library instead. Null when nothing in it can be reached.
 * Throws `newer-library`, and `not-a-library` for a sound database of another program.
 */
export function openCopy(
  copy: string,
  { path, now, sound }: { path: string; now: () => Date; sound: () => readonly string[] },
): Library | null {
  const first = opened(copy, path, now);
  if (first !== null) return first;
  let best: { readonly page: string; readonly rows: number } | null = null;
  for (const page of sound()) {
    if (!takeTables(page, copy)) continue;
    const library = opened(copy, path, now);
    const rows = library === null ? 0 : countRows(library);
    library?.close();
    if (rows > (best?.rows ?? 0)) best = { page, rows };
  }
  return best !== null && takeTables(best.page, copy) ? opened(copy, path, now) : null;
}

/** How much can be reached, so that a list of tables which leads elsewhere is told from the right one. */
function countRows({ db }: Library): number {
  let rows = 0;
  for (const sql of [
    "SELECT count(*) FROM essay WHERE typeof(id) = 'text'",
    "SELECT count(*) FROM body_piece WHERE typeof(text) = 'text'",
    "SELECT count(*) FROM journal_block WHERE typeof(lines) = 'blob'",
    "SELECT count(*) FROM journal_line WHERE typeof(line) = 'text'",
  ]) {
    try {
      rows += db.prepare<[], number>(sql).pluck().get() ?? 0;
    } catch {
      // What cannot be counted cannot be reached.
    }
  }
  return rows;
}

/** The copy as a library; null when SQLite cannot read which tables it has, or they are not a library's. */
function opened(copy: string, path: string, now: () => Date): Library | null {
  let db: Database.Database | null = null;
  try {
    db = new Database(copy);
    db.pragma('journal_mode = MEMORY');
    db.pragma('synchronous = OFF');
    db.pragma('foreign_keys = OFF');
    const isOurs = db.pragma('application_id', { simple: true }) === applicationId;
    const version = db.pragma('user_version', { simple: true }) as number;
    if (isOurs && version > latestVersion && hasOtherTables(db)) {
      refuseNewer(path, version, latestVersion);
    }
    if (isOurs && version > 0 && version < latestVersion) {
      for (const migration of migrations.slice(version)) migration(db, now());
    }
    if (!hasTables(db)) {
      if (!isOurs && isSoundDatabase(db)) refuseForeign(path);
      db.close();
      return null;
    }
    const open = db;
    return {
      path,
      readOnly: true,
      db,
      now,
      keptCopy: null,
      isInPlace: () => true,
      changedElsewhere: () => false,
      close: () => open.close(),
    };
  } catch (error) {
    db?.close();
    if (error instanceof StudioError && error.code !== 'damaged') throw error;
    if (error instanceof Database.SqliteError) return null;
    throw translateError(error, path);
  }
}

function hasTables(db: Database.Database): boolean {
  try {
    for (const [table, column] of keyColumns)
      db.prepare(`SELECT ${column} FROM ${table} LIMIT 0`).get();
    return true;
  } catch {
    return false;
  }
}

/** True when there is more than this version knows of; a number of the version alone may have been hurt. */
function hasOtherTables(db: Database.Database): boolean {
  const known = new Set([
    ...keyColumns.map(([table]) => table as string),
    'library',
    'essay_tag',
    'essay_origin',
    'target',
    'receipt',
    'private_name',
    'image',
    'drawing',
  ]);
  const tables = db
    .prepare<[], string>(
      "SELECT name FROM sqlite_schema WHERE type = 'table' AND name NOT LIKE 'sqlite_%'",
    )
    .pluck()
    .all();
  return tables.some((table) => !known.has(table));
}

function isSoundDatabase(db: Database.Database): boolean {
  try {
    const tables = db.prepare('SELECT count(*) FROM sqlite_schema').pluck().get() as number;
    return tables > 0 && db.pragma('quick_check', { simple: true }) === 'ok';
  } catch {
    return false;
  }
}

import { readFileSync, statSync } from 'node:fs';
import Database from 'better-sqlite3';
import { StudioError } from '#contract/errors.ts';

interface Connection {
  readonly db: Database.Database;
  readonly readOnly: boolean;
}

/** A connection that syncs every commit to the disk, or one for reading where the file or its folder cannot be written. */
export function connect(
  path: string,
  options: { readOnly: boolean; patience: number },
): Connection {
  if (options.readOnly) return connectToRead(path, options.patience);
  let db: Database.Database | null = null;
  try {
    db = new Database(path, { timeout: options.patience });
    db.pragma('journal_mode = WAL');
    // In WAL mode better-sqlite3's build of SQLite would only sync at checkpoints.
    db.pragma('synchronous = FULL');
    // Taking the log over into the file is no part of a save (see takeLogOver), unless it has 8 MB.
    db.pragma('wal_autocheckpoint = 2000');
    db.pragma('foreign_keys = ON');
    // SQLite opens what it may not write without a word; asking for the write lock tells.
    db.exec('BEGIN IMMEDIATE; ROLLBACK');
    return { db, readOnly: false };
  } catch (error) {
    db?.close();
    if (isRefusedWrite(error) && exists(path)) return connectToRead(path, options.patience);
    throw error;
  }
}

function connectToRead(path: string, patience: number): Connection {
  try {
    const db = new Database(path, { readonly: true, timeout: patience });
    try {
      db.prepare('SELECT 1 FROM sqlite_schema LIMIT 1').get();
      return { db, readOnly: true };
    } catch (error) {
      db.close();
      throw error;
    }
  } catch (error) {
    if (!isRefusedWrite(error) || !exists(path)) throw error;
    return { db: openInMemory(path, error), readOnly: true };
  }
}

/** Even a reader in WAL mode has to make a file beside the library. Where it cannot, the library is read into memory. */
function openInMemory(path: string, cause: unknown): Database.Database {
  const log = statSync(`${path}-wal`, { throwIfNoEntry: false });
  if (log !== undefined && log.size > 0) {
    throw new StudioError(
      'read-only',
      `The library “${path}” was not closed properly, and its last changes cannot be taken in where it is.`,
      'Copy all files that begin with its name to a place where you may write, and open it there.',
      { cause },
    );
  }
  const bytes = readFileSync(path);
  // The header's read and write versions: 1 says that there is no write-ahead log, and memory has none.
  bytes.fill(1, 18, 20);
  return new Database(bytes, { readonly: true });
}

function isRefusedWrite(error: unknown): boolean {
  return (
    error instanceof Database.SqliteError && /^SQLITE_(READONLY|CANTOPEN|PERM)/.test(error.code)
  );
}

function exists(path: string): boolean {
  return statSync(path, { throwIfNoEntry: false }) !== undefined;
}

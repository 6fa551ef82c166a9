import { rmSync } from 'node:fs';
import Database from 'better-sqlite3';

/** A file beside a library that holds nothing which could not be made again. */
export interface Rebuildable {
  readonly applicationId: number;
  /** Raised whenever its tables, or what is put into them, change: a file of another version is made anew. */
  readonly version: number;
  /** Set for each connection. */
  readonly configure: (db: Database.Database) => void;
  /** Makes the tables of an empty file. */
  readonly create: (db: Database.Database) => void;
  /** Whether a file of this kind and version is the one that is meant. */
  readonly belongs: (db: Database.Database) => boolean;
}

/**
 * The file at a path, empty if there was none that fits: one that is missing, damaged, of another kind or version, or
 * that does not belong there is replaced. Damage deep inside is not looked for, since that takes seconds in a large
 * file; it shows when it is met. Throws where the file cannot be written, or another program keeps it locked.
 */
export function openRebuildable(path: string, kind: Rebuildable): Database.Database {
  return openExisting(path, kind) ?? openNew(path, kind);
}

function openExisting(path: string, kind: Rebuildable): Database.Database | null {
  let db: Database.Database | null = null;
  try {
    db = new Database(path, { fileMustExist: true });
    kind.configure(db);
    if (fits(db, kind)) return db;
  } catch (thrown) {
    if (isBusy(thrown)) {
      db?.close();
      throw thrown;
    }
    // A file that cannot even be asked does not fit.
  }
  db?.close();
  return null;
}

function fits(db: Database.Database, { applicationId, version, belongs }: Rebuildable): boolean {
  return (
    db.pragma('application_id', { simple: true }) === applicationId &&
    db.pragma('user_version', { simple: true }) === version &&
    belongs(db)
  );
}

function openNew(path: string, kind: Rebuildable): Database.Database {
  removeRebuildable(path);
  return prepared(new Database(path), kind);
}

/** The same in memory, for as long as it is open. */
export function openRebuildableInMemory(kind: Rebuildable): Database.Database {
  return prepared(new Database(':memory:'), kind);
}

function prepared(db: Database.Database, kind: Rebuildable): Database.Database {
  try {
    kind.configure(db);
    db.transaction(() => {
      kind.create(db);
      db.pragma(`application_id = ${kind.applicationId}`);
      db.pragma(`user_version = ${kind.version}`);
    })();
    return db;
  } catch (thrown) {
    db.close();
    throw thrown;
  }
}

/** Removes the file with what SQLite keeps beside it. Whoever has it open goes on with what is no file any more. */
export function removeRebuildable(path: string): void {
  for (const ending of ['', '-wal', '-shm', '-journal']) rmSync(path + ending, { force: true });
}

/** Another program has it: that says nothing of what is in it. */
function isBusy(thrown: unknown): boolean {
  return thrown instanceof Database.SqliteError && /BUSY|LOCKED/.test(thrown.code);
}

/** Whether a failure says that the file itself is damaged. */
export function isDamage(thrown: unknown): boolean {
  return thrown instanceof Database.SqliteError && /CORRUPT|NOTADB/.test(thrown.code);
}

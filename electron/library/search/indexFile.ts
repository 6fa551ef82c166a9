import { rmSync } from 'node:fs';
import Database from 'better-sqlite3';

/** Raise it whenever the tables below, or the words put into them, change: an index of another version is made anew. */
const indexVersion = 1;
const indexApplicationId = 0x4c_4f_4e_53;

/**
 * The index of the library `libraryId`, empty if there was none that fits. A file that is missing,
 * damaged, of another version or another library is replaced: everything in it can be made again. Damage
 * deep inside is not looked for, since that takes seconds in a large index; it shows when it is met.
 * Where it cannot be written, the index is kept in memory.
 */
export function openIndexFile(path: string, libraryId: string): Database.Database {
  try {
    return openExisting(path, libraryId) ?? openNew(path, libraryId);
  } catch {
    return prepare(new Database(':memory:'), libraryId);
  }
}

function openExisting(path: string, libraryId: string): Database.Database | null {
  let db: Database.Database | null = null;
  try {
    db = new Database(path, { fileMustExist: true });
    configure(db);
    if (fits(db, libraryId)) return db;
  } catch {
    // A file that cannot even be asked does not fit.
  }
  db?.close();
  return null;
}

function fits(db: Database.Database, libraryId: string): boolean {
  return (
    db.pragma('application_id', { simple: true }) === indexApplicationId &&
    db.pragma('user_version', { simple: true }) === indexVersion &&
    db.prepare('SELECT library_id FROM source').pluck().get() === libraryId
  );
}

function openNew(path: string, libraryId: string): Database.Database {
  removeIndexFile(path);
  return prepare(new Database(path), libraryId);
}

export function removeIndexFile(path: string): void {
  for (const ending of ['', '-wal', '-shm', '-journal']) rmSync(path + ending, { force: true });
}

function configure(db: Database.Database): void {
  db.pragma('journal_mode = WAL');
  // Losing the last additions in a power cut is no loss: they are added again.
  db.pragma('synchronous = NORMAL');
}

function prepare(db: Database.Database, libraryId: string): Database.Database {
  configure(db);
  const options = `
    content = '', contentless_delete = 1, prefix = '1 2 3 4',
    tokenize = 'unicode61 remove_diacritics 2'`;
  db.transaction(() => {
    db.exec(`
      CREATE TABLE source (library_id TEXT NOT NULL) STRICT;
      CREATE TABLE indexed (key INTEGER PRIMARY KEY, stamp TEXT NOT NULL) STRICT;
      -- Titles and the like once more by themselves: a letter that begins a word of every
      -- body is then found in the titles without reading past the bodies.
      CREATE VIRTUAL TABLE head USING fts5(title, excerpt, tags, ${options});
      CREATE VIRTUAL TABLE whole USING fts5(title, excerpt, tags, body, ${options});
    `);
    db.prepare('INSERT INTO source (library_id) VALUES (?)').run(libraryId);
    db.pragma(`application_id = ${indexApplicationId}`);
    db.pragma(`user_version = ${indexVersion}`);
  })();
  return db;
}

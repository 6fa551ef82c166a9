import type { Database } from 'better-sqlite3';
import { openRebuildable, openRebuildableInMemory, type Rebuildable } from '../rebuildable.ts';

/** The index of the library `libraryId`, empty if there was none that fits. Where it cannot be written, it is kept in memory. */
export function openIndexFile(path: string, libraryId: string): Database {
  const kind = indexOf(libraryId);
  try {
    return openRebuildable(path, kind);
  } catch {
    return openRebuildableInMemory(kind);
  }
}

function indexOf(libraryId: string): Rebuildable {
  return {
    applicationId: 0x4c_4f_4e_53,
    // Also raised when the words that are put into the tables change.
    version: 1,
    configure(db) {
      db.pragma('journal_mode = WAL');
      // Losing the last additions in a power cut is no loss: they are added again.
      db.pragma('synchronous = NORMAL');
    },
    create(db) {
      db.exec(`
        CREATE TABLE source (library_id TEXT NOT NULL) STRICT;
        CREATE TABLE indexed (key INTEGER PRIMARY KEY, stamp TEXT NOT NULL) STRICT;
        -- Titles and the like once more by themselves: a letter that begins a word of every
        -- body is then found in the titles without reading past the bodies.
        CREATE VIRTUAL TABLE head USING fts5(title, excerpt, tags, ${options});
        CREATE VIRTUAL TABLE whole USING fts5(title, excerpt, tags, body, ${options});
      `);
      db.prepare('INSERT INTO source (library_id) VALUES (?)').run(libraryId);
    },
    belongs: (db) => db.prepare('SELECT library_id FROM source').pluck().get() === libraryId,
  };
}

const options = `
  content = '', contentless_delete = 1, prefix = '1 2 3 4',
  tokenize = 'unicode61 remove_diacritics 2'`;

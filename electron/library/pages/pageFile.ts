import { realpathSync, statSync } from 'node:fs';
import type { Library } from '../library.ts';
import { type Rebuildable, removeRebuildable } from '../rebuildable.ts';

/** Where the pages of a library are kept. */
export function pageFilePath({ path }: Pick<Library, 'path'>): string {
  return `${path}.pages`;
}

/** Removes the pages kept beside a library, so that nothing is left there of what was deleted. They are made again when they are needed. */
export function removeKeptPages(library: Library): void {
  try {
    removeRebuildable(pageFilePath(library));
  } catch {
    // Another program has the file open, on a system where that keeps it from going; its pages go when they get old.
  }
}

/**
 * What the file is. A page is published as it was kept, so a file that came here from elsewhere, with a library from
 * somebody else, is not believed: it has to be the very file that was made at this path.
 */
export function pageFile(path: string): Rebuildable {
  const place = () => `${statSync(path, { bigint: true }).ino} ${realpathSync(path)}`;
  return {
    applicationId: 0x4c_4f_4e_50,
    version: 1,
    configure(db) {
      db.pragma(`busy_timeout = ${patience}`);
      // Most pages of an essay fit into one of SQLite's, so that finding it is one question to the disk.
      db.pragma('page_size = 32768');
      db.pragma('journal_mode = WAL');
      // What is lost in a power cut is rendered again, and what is garbled by it does not match its hash.
      db.pragma('synchronous = OFF');
    },
    create(db) {
      db.exec(`
        CREATE TABLE made (place TEXT NOT NULL) STRICT;
        -- used: the day on which it was asked for, in days since 1970, roughly.
        CREATE TABLE page (
          key BLOB PRIMARY KEY,
          used INTEGER NOT NULL,
          hash BLOB NOT NULL,
          page BLOB NOT NULL
        ) STRICT;
        CREATE INDEX page_used ON page (used);
      `);
      db.prepare('INSERT INTO made (place) VALUES (?)').run(place());
    },
    belongs: (db) => db.prepare('SELECT place FROM made').pluck().get() === place(),
  };
}

/** Milliseconds to wait for another program that is writing its pages. */
const patience = 500;

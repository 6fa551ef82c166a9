import type { Database } from 'better-sqlite3';

/**
 * Version 4: images, each kept once by its content, and drawings of diagrams, which can be made again. `row_hash` is of
 * the columns before it, the hash of the bytes included; the bytes come last, so that a list of thousands does not
 * read past them. A drawing is found by the hash of what was to be drawn and of what drew it.
 */
export function makeImages(db: Database): void {
  db.exec(`
    CREATE TABLE image (
      key      INTEGER PRIMARY KEY,
      hash     BLOB    NOT NULL UNIQUE,
      name     TEXT    NOT NULL UNIQUE,
      width    INTEGER,
      height   INTEGER,
      size     INTEGER NOT NULL,
      added_at TEXT    NOT NULL,
      row_hash BLOB    NOT NULL,
      bytes    BLOB    NOT NULL
    ) STRICT;

    CREATE TABLE drawing (
      asked BLOB NOT NULL PRIMARY KEY,
      hash  BLOB NOT NULL,
      drawn TEXT NOT NULL
    ) STRICT, WITHOUT ROWID;
  `);
}

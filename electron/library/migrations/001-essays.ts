import { randomUUID } from 'node:crypto';
import type { Database } from 'better-sqlite3';

/** Version 1: essays with their tags, what they came with, and their text in pieces. */
export function makeEssays(db: Database, now: Date): void {
  db.exec(`
    CREATE TABLE library (
      id         TEXT NOT NULL PRIMARY KEY,
      created_at TEXT NOT NULL
    ) STRICT;

    CREATE TABLE essay (
      key           INTEGER PRIMARY KEY AUTOINCREMENT,
      id            TEXT    NOT NULL UNIQUE,
      revision      INTEGER NOT NULL,
      body_revision INTEGER NOT NULL,
      title         TEXT    NOT NULL,
      title_key     TEXT    NOT NULL,
      slug          TEXT    NOT NULL UNIQUE,
      slug_is_set   INTEGER NOT NULL CHECK (slug_is_set IN (0, 1)),
      excerpt       TEXT    NOT NULL,
      series        TEXT    NOT NULL,
      series_place  INTEGER,
      status        TEXT    NOT NULL,
      language      TEXT    NOT NULL,
      created_at    TEXT    NOT NULL,
      created_ms    INTEGER NOT NULL,
      updated_at    TEXT    NOT NULL,
      published_at  TEXT,
      trashed_at    TEXT,
      canonical_url TEXT    NOT NULL,
      cover_image   TEXT    NOT NULL,
      cover_alt     TEXT    NOT NULL,
      opening       TEXT    NOT NULL,
      words         INTEGER NOT NULL,
      line_break    TEXT    NOT NULL,
      fields_hash   BLOB    NOT NULL,
      body_hash     BLOB    NOT NULL
    ) STRICT;

    CREATE INDEX essay_by_status ON essay (trashed_at, status);

    CREATE TABLE essay_tag (
      essay_key INTEGER NOT NULL REFERENCES essay (key) ON DELETE CASCADE,
      place     INTEGER NOT NULL,
      tag       TEXT    NOT NULL,
      PRIMARY KEY (essay_key, place)
    ) STRICT, WITHOUT ROWID;

    CREATE INDEX essay_tag_by_tag ON essay_tag (tag, essay_key);

    -- Apart from the essay, so that a list of thousands does not read past them.
    CREATE TABLE essay_origin (
      essay_key    INTEGER PRIMARY KEY REFERENCES essay (key) ON DELETE CASCADE,
      front_matter TEXT NOT NULL,
      origin       TEXT
    ) STRICT;

    -- The body in pieces of some 16 KB, so that a save writes what was edited and not a whole book.
    -- "length" counts as the editor does: UTF-16 units, a line break as one.
    CREATE TABLE body_piece (
      essay_key INTEGER NOT NULL REFERENCES essay (key) ON DELETE CASCADE,
      place     INTEGER NOT NULL,
      length    INTEGER NOT NULL,
      words     INTEGER NOT NULL,
      hash      BLOB    NOT NULL,
      text      TEXT    NOT NULL,
      PRIMARY KEY (essay_key, place)
    ) STRICT, WITHOUT ROWID;
  `);
  db.prepare('INSERT INTO library (id, created_at) VALUES (?, ?)').run(
    randomUUID(),
    now.toISOString(),
  );
}

import type { Database } from 'better-sqlite3';

/**
 * Version 3: places to publish to, and what went out to them. A row's hash is over all that it says, so that proving
 * and rescuing can tell what is as it was written. A receipt stays when its file is replaced or removed, and when its
 * target is: what was public once can be told for ever.
 */
export function makePublishing(db: Database): void {
  db.exec(`
    CREATE TABLE target (
      key INTEGER PRIMARY KEY,
      id TEXT NOT NULL UNIQUE,
      settings TEXT NOT NULL,
      made_at TEXT NOT NULL,
      removed_at TEXT,
      hash BLOB NOT NULL
    ) STRICT;

    CREATE TABLE receipt (
      key INTEGER PRIMARY KEY,
      target_id TEXT NOT NULL,
      path TEXT NOT NULL,
      said TEXT NOT NULL,
      replaced_at TEXT,
      hash BLOB NOT NULL
    ) STRICT;

    CREATE UNIQUE INDEX receipt_now ON receipt (target_id, path) WHERE replaced_at IS NULL;

    CREATE TABLE private_name (name TEXT PRIMARY KEY) STRICT, WITHOUT ROWID;
  `);
}

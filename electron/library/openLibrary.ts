import { statSync } from 'node:fs';
import { resolve } from 'node:path';
import type { Database } from 'better-sqlite3';
import { checkFile } from './checkFile.ts';
import { connect } from './connect.ts';
import type { Library } from './library.ts';
import { migrate } from './migrate.ts';
import { migrations } from './migrations/migrations.ts';
import { translateError } from './translateError.ts';

export type { Library } from './library.ts';

interface OpenOptions {
  readonly readOnly?: boolean;
  /** Make the folder and the file when they are missing; otherwise a missing file is `not-found`. True unless said. */
  readonly create?: boolean;
  readonly now?: () => Date;
  /** Milliseconds to wait for another program that is writing before giving up with `locked`; 5,000 unless said. */
  readonly patience?: number;
}

/**
 * Opens the library at `path`, brings it to this version and keeps a verified copy of it first when that changes it.
 * What cannot be written opens read-only. Throws a StudioError for everything else that stands in the way:
 * `not-found`, `not-a-library`, `damaged`, `newer-library`, `no-permission`, `locked`, `disk-full`, `invalid`.
 */
export function openLibrary(path: string, options: OpenOptions = {}): Library {
  const file = resolve(path);
  const { create = true, now = () => new Date(), patience = 5000 } = options;
  try {
    checkFile(file, { create: create && options.readOnly !== true, patience });
    const { db, readOnly } = connect(file, { readOnly: options.readOnly === true, patience });
    let keptCopy: string | null;
    try {
      keptCopy = migrate(db, { path: file, readOnly, migrations, now });
    } catch (error) {
      db.close();
      throw error;
    }
    const opened = identityOf(file);
    const version = db.prepare<[], number>('PRAGMA data_version').pluck();
    let seen = version.get();
    return {
      path: file,
      readOnly,
      keptCopy,
      db,
      now,
      isInPlace: () => identityOf(file) === opened,
      changedElsewhere() {
        const before = seen;
        seen = version.get();
        return seen !== before;
      },
      close() {
        if (db.open && hasWritten(db)) becomeOneFile(db);
        db.close();
      },
    };
  } catch (error) {
    throw translateError(error, file);
  }
}

/** Whether anything was written by this connection. */
function hasWritten(db: Database): boolean {
  return db.prepare<[], number>('SELECT total_changes()').pluck().get() !== 0;
}

/**
 * Has everything that waits in the log in the file itself, so that whoever copies the file has all of it. SQLite does so
 * only when the last connection closes, which may be another's. Others take it for a change, so it is for whoever made one.
 */
function becomeOneFile(db: Database): void {
  try {
    db.pragma('busy_timeout = 500');
    db.pragma('wal_checkpoint(TRUNCATE)');
  } catch {
    // The log stays beside the file, and is taken in by whoever opens it next.
  }
}

/** Which file a path leads to; null when to none. */
function identityOf(path: string): string | null {
  const found = statSync(path, { bigint: true, throwIfNoEntry: false });
  return found === undefined ? null : `${found.dev} ${found.ino}`;
}

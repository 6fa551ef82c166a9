import { closeSync, mkdirSync, openSync, readSync, statSync } from 'node:fs';
import { dirname } from 'node:path';
import { StudioError } from '#contract/errors.ts';
import { connect } from './connect.ts';
import { applicationId, isEmpty, refuseForeign, refuseNewer } from './identity.ts';
import { latestVersion } from './migrations/migrations.ts';
import { readLog } from './writeAheadLog.ts';

/** The length of SQLite's file header; see "The Database Header" of its file format. */
const headerLength = 100;

/**
 * Refuses a file that is no library of this version before anything is written to it, and makes the
 * folder of a library that is about to be created. The file itself is only read.
 */
export function checkFile(path: string, options: { create: boolean; patience: number }): void {
  const size = sizeOf(path);
  if (size === null) {
    if (!options.create) {
      throw new StudioError(
        'not-found',
        `There is no library at “${path}”.`,
        'Choose another one; an import makes one that is not there.',
      );
    }
    mkdirSync(dirname(path), { recursive: true });
    return;
  }
  if (size === 0) {
    refuseEmptied(path);
    return;
  }
  checkHeader(path, size);
  checkLog(path);
  checkIdentity(path, options.patience);
}

function sizeOf(path: string): number | null {
  const found = statSync(path, { throwIfNoEntry: false });
  if (found === undefined) return null;
  if (!found.isFile()) {
    throw new StudioError(
      'not-a-library',
      `“${path}” is not a file, so it cannot be a library.`,
      'Choose a library file, or name a new one.',
    );
  }
  return found.size;
}

/**
 * An empty file is a library that is yet to begin, unless what belongs to one lies beside it: then it was cut to
 * nothing. SQLite would begin anew, and delete the write-ahead log with changes in it.
 */
function refuseEmptied(path: string): void {
  const left = ['-wal', '.search'].map((ending) =>
    statSync(`${path}${ending}`, { throwIfNoEntry: false }),
  );
  if (left.every((found) => found === undefined || found.size === 0)) return;
  throw new StudioError(
    'damaged',
    `The library “${path}” is empty: everything that was in its file is gone.`,
    'Nothing was changed. Rescue what can be proved, or what a backup has, into a new library.',
  );
}

function checkHeader(path: string, size: number): void {
  const header = Buffer.alloc(headerLength);
  const file = openSync(path, 'r');
  try {
    readSync(file, header, 0, headerLength, 0);
  } finally {
    closeSync(file);
  }
  const name = 'SQLite format 3\0';
  const begun = header.subarray(0, Math.min(size, name.length)).toString('latin1');
  if (begun !== name.slice(0, begun.length)) {
    throw new StudioError(
      'not-a-library',
      `“${path}” is not a Longhand library.`,
      'The file was left as it is. Choose another one.',
    );
  }
  if (size < headerLength || size < promisedSize(header, path)) {
    throw new StudioError(
      'damaged',
      `The library “${path}” is cut short: part of the file is missing.`,
      'Nothing was changed. Rescue what can be proved into a new library.',
    );
  }
}

/**
 * SQLite takes whatever follows a hurt place in the write-ahead log for the rest of an older one, drops it and
 * writes over it. What was acknowledged is not to go without a word.
 */
function checkLog(path: string): void {
  if (readLog(path)?.state !== 'hurt') return;
  // Another program may have begun the log anew while it was read: then it looks otherwise a moment later.
  Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, 30);
  if (readLog(path)?.state !== 'hurt') return;
  throw new StudioError(
    'damaged',
    `The latest changes of the library “${path}” are damaged: the file beside it that they wait in (-wal) is not what was written.`,
    'Nothing was changed. Rescue what can be proved into a new library.',
  );
}

/** What the header says the file holds. 0 when it cannot be told: pages may still wait in the write-ahead log. */
function promisedSize(header: Buffer, path: string): number {
  const waiting = statSync(`${path}-wal`, { throwIfNoEntry: false });
  const pageCountIsValid = header.readUInt32BE(24) === header.readUInt32BE(92);
  if (!pageCountIsValid || (waiting !== undefined && waiting.size > 0)) return 0;
  const pageSize = header.readUInt16BE(16);
  return header.readUInt32BE(28) * (pageSize === 1 ? 65_536 : pageSize);
}

/** Asks through a connection that cannot write: the header in the file may be older than the write-ahead log. */
function checkIdentity(path: string, patience: number): void {
  const { db } = connect(path, { readOnly: true, patience });
  try {
    if (db.pragma('application_id', { simple: true }) !== applicationId && !isEmpty(db)) {
      refuseForeign(path);
    }
    refuseNewer(path, db.pragma('user_version', { simple: true }) as number, latestVersion);
  } finally {
    db.close();
  }
}

import Database from 'better-sqlite3';
import { type ErrorCode, StudioError } from '#contract/errors.ts';

type Sentence = (path: string) => readonly [message: string, advice: string];

/**
 * What a writer is told when SQLite or the file system refuses. A StudioError and a defect come back
 * as they are; the rest becomes a StudioError that names the file at `path`.
 */
export function translateError(thrown: unknown, path: string): unknown {
  if (thrown instanceof StudioError) return thrown;
  const code = meaning(thrown);
  if (code === null) return thrown;
  const [message, advice] = sentences[code](path);
  return new StudioError(code, message, advice, { cause: thrown });
}

type Known = Extract<
  ErrorCode,
  | 'not-found'
  | 'invalid'
  | 'not-a-library'
  | 'damaged'
  | 'read-only'
  | 'disk-full'
  | 'locked'
  | 'no-permission'
  | 'unexpected'
>;

const sentences: Readonly<Record<Known, Sentence>> = {
  'not-found': (path) => [`There is no library at “${path}”.`, 'Choose another one.'],
  invalid: (path) => [
    `“${path}” cannot name a library: part of it is a file, not a folder, or it is too long.`,
    'Choose another place.',
  ],
  'not-a-library': (path) => [
    `“${path}” is not a Longhand library.`,
    'The file was left as it is. Choose another one.',
  ],
  damaged: (path) => [
    `The library “${path}” is damaged: the file does not hold together.`,
    'Nothing was changed. Rescue what can be proved into a new library.',
  ],
  'read-only': (path) => [
    `The library “${path}” cannot be written.`,
    'Reading and exporting work. Copy it to a place where you may write to go on.',
  ],
  'disk-full': (path) => [
    `There is no room left on the disk of the library “${path}”.`,
    'The last change is not saved yet; what was saved before is safe. Make room and try again.',
  ],
  locked: (path) => [
    `Another program is writing to the library “${path}” and did not finish.`,
    'Wait for it or close it, then try again.',
  ],
  'no-permission': (path) => [
    `The system does not let Longhand open “${path}”.`,
    'Change the permissions of the file and its folder, or choose another place.',
  ],
  unexpected: (path) => [
    `The disk reported an error while the library “${path}” was in use.`,
    'Check the disk, and make a copy of the library before going on.',
  ],
};

/** SQLite's primary result codes, and Node's error codes. */
const meanings: Readonly<Record<string, Known>> = {
  SQLITE_NOTADB: 'not-a-library',
  SQLITE_CORRUPT: 'damaged',
  SQLITE_READONLY: 'read-only',
  SQLITE_FULL: 'disk-full',
  SQLITE_BUSY: 'locked',
  SQLITE_LOCKED: 'locked',
  SQLITE_PROTOCOL: 'locked',
  SQLITE_CANTOPEN: 'no-permission',
  SQLITE_PERM: 'no-permission',
  SQLITE_AUTH: 'no-permission',
  SQLITE_IOERR: 'unexpected',
  ENOENT: 'not-found',
  ENOTDIR: 'invalid',
  EEXIST: 'invalid',
  EISDIR: 'not-a-library',
  ENAMETOOLONG: 'invalid',
  EROFS: 'read-only',
  ENOSPC: 'disk-full',
  EDQUOT: 'disk-full',
  EBUSY: 'locked',
  EACCES: 'no-permission',
  EPERM: 'no-permission',
  EIO: 'unexpected',
};

function meaning(thrown: unknown): Known | null {
  if (!(thrown instanceof Error) || !('code' in thrown) || typeof thrown.code !== 'string') {
    return null;
  }
  if (!(thrown instanceof Database.SqliteError)) return meanings[thrown.code] ?? null;
  // Every version has all its tables and columns: what is missing was damaged.
  if (thrown.code === 'SQLITE_ERROR' && /^no such (?:table|column)/.test(thrown.message))
    return 'damaged';
  // Extended codes lengthen the primary one: SQLITE_READONLY_DBMOVED.
  const primary = thrown.code.split('_').slice(0, 2).join('_');
  return meanings[primary] ?? null;
}

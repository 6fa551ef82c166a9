import Database from 'better-sqlite3';
import { type ErrorCode, StudioError } from '#contract/errors.ts';

/** Why a backup could not be made, as a sentence for the writer: a `StudioError` as it is, a defect as it is. */
export function backupFailure(thrown: unknown, folder: string): unknown {
  if (thrown instanceof StudioError || !(thrown instanceof Error) || !('code' in thrown))
    return thrown;
  const code = String(thrown.code);
  const primary =
    thrown instanceof Database.SqliteError ? code.split('_').slice(0, 2).join('_') : code;
  const kind = kinds[primary];
  if (kind === undefined) return thrown;
  const [message, advice] = sentences[kind](folder);
  return new StudioError(kind, message, advice, { cause: thrown });
}

type Kind = Extract<
  ErrorCode,
  'disk-full' | 'not-found' | 'read-only' | 'no-permission' | 'unexpected'
>;

const kinds: Readonly<Record<string, Kind>> = {
  ENOSPC: 'disk-full',
  EDQUOT: 'disk-full',
  EFBIG: 'disk-full',
  SQLITE_FULL: 'disk-full',
  ENOENT: 'not-found',
  ENOTDIR: 'not-found',
  EROFS: 'read-only',
  SQLITE_READONLY: 'read-only',
  EACCES: 'no-permission',
  EPERM: 'no-permission',
  SQLITE_CANTOPEN: 'no-permission',
  EIO: 'unexpected',
  SQLITE_IOERR: 'unexpected',
};

const sentences: Readonly<Record<Kind, (folder: string) => readonly [string, string]>> = {
  'disk-full': (folder) => [
    `There is no room for a backup in “${folder}”.`,
    'The library itself is not affected. Make room, or choose another folder.',
  ],
  'not-found': (folder) => [
    `The folder for backups, “${folder}”, is not there.`,
    'Connect its disk, or choose another folder. It is tried again by itself.',
  ],
  'read-only': (folder) => [
    `The folder for backups, “${folder}”, can only be read.`,
    'Choose another folder.',
  ],
  'no-permission': (folder) => [
    `The system does not let Longhand write backups to “${folder}”.`,
    'Change the permissions of the folder, or choose another one.',
  ],
  unexpected: (folder) => [
    `The disk reported an error while a backup was written to “${folder}”.`,
    'Check that disk, or choose another folder.',
  ],
};

import { basename, extname } from 'node:path';

const ending = '.longhand-backup';

/** The name of the file of a backup: the library's, and when it was made, so that a list of them is in order. */
export function backupName(libraryPath: string, at: Date): string {
  const [day, time = ''] = at.toISOString().split('T');
  return `${libraryName(libraryPath)} ${day} ${time.slice(0, 8).replaceAll(':', '-')} UTC${ending}`;
}

/** A library's file name without its ending. */
export function libraryName(libraryPath: string): string {
  return basename(libraryPath, extname(libraryPath));
}

/** When the backup of this name was made; null for a name that is not a backup's. */
export function momentInName(name: string): Date | null {
  const [, day, hours, minutes, seconds] =
    /(\d{4}-\d\d-\d\d) (\d\d)-(\d\d)-(\d\d) UTC\.longhand-backup$/.exec(name) ?? [];
  if (day === undefined) return null;
  const at = new Date(`${day}T${hours}:${minutes}:${seconds}Z`);
  return Number.isNaN(at.getTime()) ? null : at;
}

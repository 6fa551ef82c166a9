import { basename, extname } from 'node:path';

const ending = '.longhand-backup';

const unproved = 'Not proved - ';

/** The name of the file of a backup: the library's, and when it was made, so that a list of them is in order. */
export function backupName(libraryPath: string, at: Date, isSound: boolean): string {
  const [day, time = ''] = at.toISOString().split('T');
  const library = basename(libraryPath, extname(libraryPath));
  const moment = `${day} ${time.slice(0, 8).replaceAll(':', '-')} UTC`;
  return `${isSound ? '' : unproved}${library} ${moment}${ending}`;
}

/** True for the name of a backup that could not be proved when it was made. */
export function isUnproved(name: string): boolean {
  return name.startsWith(unproved);
}

/** When the backup of this name was made; null for a name that is not a backup's. */
export function momentInName(name: string): Date | null {
  const [, day, hours, minutes, seconds] =
    /(\d{4}-\d\d-\d\d) (\d\d)-(\d\d)-(\d\d) UTC\.longhand-backup$/.exec(name) ?? [];
  if (day === undefined) return null;
  const at = new Date(`${day}T${hours}:${minutes}:${seconds}Z`);
  return Number.isNaN(at.getTime()) ? null : at;
}

import { dirname, join } from 'node:path';

/** Where a library's backups are kept unless the writer chooses another folder. */
export function usualBackupFolder(libraryPath: string): string {
  return join(dirname(libraryPath), 'Backups');
}

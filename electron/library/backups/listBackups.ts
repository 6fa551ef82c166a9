import { statSync } from 'node:fs';
import { join } from 'node:path';
import type { Backup } from '#contract/backups.ts';
import { libraryId } from '../libraryId.ts';
import { openLibrary } from '../openLibrary.ts';
import { type ManifestEntry, readManifest } from './manifest.ts';

interface BackupList {
  /** The newest first. */
  readonly backups: readonly Backup[];
  readonly unproved: Backup | null;
}

/** The backups of a library that are in a folder. Those whose files are gone are left out. */
export function listBackups(libraryPath: string, folder: string): BackupList {
  const library = openLibrary(libraryPath, { readOnly: true, create: false });
  let id = '';
  try {
    id = libraryId(library) ?? '';
  } finally {
    library.close();
  }
  const { backups, unproved } = readManifest(folder, id);
  const there = (entry: ManifestEntry): Backup[] => {
    const path = join(folder, entry.file);
    const { at, essays, bytes } = entry;
    const isThere = statSync(path, { throwIfNoEntry: false })?.isFile() === true;
    return isThere ? [{ path, at, essays, bytes }] : [];
  };
  return {
    backups: backups.flatMap(there).reverse(),
    unproved: unproved === null ? null : (there(unproved)[0] ?? null),
  };
}

import { closeSync, openSync, readdirSync, readSync, statSync } from 'node:fs';
import { basename, join } from 'node:path';
import { isUnproved, momentInName } from '../backups/backupName.ts';
import type { Library } from '../library.ts';
import { openCopy } from './openCopy.ts';
import { privateCopy } from './privateCopy.ts';

/** A file that may hold essays: the damaged library, or a backup of it. */
export interface Source {
  readonly library: Library;
  /** The backup's path, and when it was made; null for the damaged library itself. */
  readonly backup: { readonly path: string; readonly at: string } | null;
}

interface BackupFile {
  readonly path: string;
  readonly at: string;
}

/** Files that may be backups, the newest first: those named, and in folders those that are SQLite databases. */
export function findBackups(places: readonly string[], except: string): readonly BackupFile[] {
  const paths = new Set(places.flatMap(filesAt));
  return [...paths]
    .filter((path) => path !== except && isDatabase(path))
    .map((path) => ({ path, at: madeAt(path) }))
    .sort((a, b) => rank(a) - rank(b) || b.at.localeCompare(a.at));
}

function filesAt(place: string): readonly string[] {
  if (statSync(place, { throwIfNoEntry: false })?.isDirectory() !== true) return [place];
  return readdirSync(place)
    .filter((name) => !/(?:-wal|-shm|\.part)$/.test(name))
    .map((name) => join(place, name));
}

/** What could not be proved when it was made may yet have an essay that is nowhere else; it is asked last. */
function rank({ path }: BackupFile): number {
  return isUnproved(basename(path)) ? 1 : 0;
}

function madeAt(path: string): string {
  return (momentInName(basename(path)) ?? statSync(path).mtime).toISOString();
}

function isDatabase(path: string): boolean {
  if (statSync(path, { throwIfNoEntry: false })?.isFile() !== true) return false;
  const name = Buffer.alloc(16);
  try {
    const file = openSync(path, 'r');
    try {
      readSync(file, name, 0, 16, 0);
    } finally {
      closeSync(file);
    }
  } catch {
    return false;
  }
  return name.toString('latin1') === 'SQLite format 3\0';
}

/** Opens a copy of a backup; null for one that is no library, or none that can be read. */
export function openBackup(file: BackupFile, copy: string, now: () => Date): Source | null {
  try {
    privateCopy(file.path, copy);
    const library = openCopy(copy, { path: file.path, now, sound: () => [] });
    return library && { library, backup: file };
  } catch {
    return null;
  }
}

import { closeSync, fsyncSync, openSync, readFileSync, renameSync, writeSync } from 'node:fs';
import { join } from 'node:path';

/** What is known of a backup, beside it. */
export interface ManifestEntry {
  /** Its file in the folder. */
  readonly file: string;
  /** ISO 8601. */
  readonly at: string;
  readonly bytes: number;
  /** Of the whole file, in hexadecimal. */
  readonly sha256: string;
  readonly essays: number;
  /** The state of the library that it holds: another one when anything was written. */
  readonly mark: string;
}

/** The backups of one library in a folder, in the order they were made. */
export interface Manifest {
  readonly backups: readonly ManifestEntry[];
  /** The last one that could not be proved. */
  readonly unproved: ManifestEntry | null;
}

/** Named by the library's own id, so that libraries of one name do not meet. */
function manifestPath(folder: string, libraryId: string): string {
  return join(folder, `${libraryId}.backups.json`);
}

/** The manifest of a library in a folder; an empty one where there is none or it cannot be read. */
export function readManifest(folder: string, libraryId: string): Manifest {
  try {
    const stored: unknown = JSON.parse(readFileSync(manifestPath(folder, libraryId), 'utf8'));
    const { backups, unproved } = stored as Partial<Manifest>;
    return {
      backups: Array.isArray(backups) ? backups.filter(isEntry) : [],
      unproved: isEntry(unproved) ? unproved : null,
    };
  } catch {
    return { backups: [], unproved: null };
  }
}

/** Puts a manifest in the place of the one before, in one step. */
export function writeManifest(folder: string, libraryId: string, manifest: Manifest): void {
  const path = manifestPath(folder, libraryId);
  const unfinished = `${path}.part`;
  const file = openSync(unfinished, 'w');
  try {
    writeSync(file, `${JSON.stringify(manifest, null, 2)}\n`);
    fsyncSync(file);
  } finally {
    closeSync(file);
  }
  renameSync(unfinished, path);
}

function isEntry(value: unknown): value is ManifestEntry {
  if (typeof value !== 'object' || value === null) return false;
  const { file, at, bytes, sha256, essays, mark } = value as Partial<ManifestEntry>;
  return (
    typeof file === 'string' &&
    !/[\\/]/.test(file) &&
    !Number.isNaN(Date.parse(at ?? '')) &&
    typeof bytes === 'number' &&
    typeof sha256 === 'string' &&
    typeof essays === 'number' &&
    typeof mark === 'string'
  );
}

import { createHash } from 'node:crypto';
import {
  closeSync,
  existsSync,
  fsyncSync,
  mkdirSync,
  openSync,
  readSync,
  renameSync,
  rmSync,
  statSync,
} from 'node:fs';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import { StudioError } from '#contract/errors.ts';
import { countEssays } from '../essays/countEssays.ts';
import { libraryId } from '../libraryId.ts';
import { type Library, openLibrary } from '../openLibrary.ts';
import { proveLibrary } from '../proof/proveLibrary.ts';
import { statement } from '../statement.ts';
import { publishingMarks } from '../targets/publishingMarks.ts';
import { backupFailure } from './backupFailure.ts';
import { usualBackupFolder } from './backupFolder.ts';
import { backupName } from './backupName.ts';
import { lockFolder } from './folderLock.ts';
import { type Manifest, type ManifestEntry, readManifest, writeManifest } from './manifest.ts';
import { backupsToKeep } from './retention.ts';

interface BackupOptions {
  readonly libraryPath: string;
  readonly folder: string;
  readonly now?: () => Date;
  /** Asked now and then; false stops with `cancelled`, and nothing is made. */
  readonly isWanted?: () => boolean;
}

/**
 * Copies the library as it is at this moment into the folder, proves the copy, and only then lets older ones go
 * that are kept no longer. Gives false when nothing was written since the last one. Others read and write the
 * library meanwhile. Throws `damaged` for a copy that cannot be proved, which is kept apart, `locked` while another
 * process makes one, and `disk-full`, `not-found`, `read-only`, `no-permission` for what the folder refuses.
 */
export async function makeBackup(options: BackupOptions): Promise<boolean> {
  const { libraryPath, folder, now = () => new Date(), isWanted = () => true } = options;
  const goOn = () => {
    if (!isWanted()) throw new StudioError('cancelled', 'The backup was stopped; none was made.');
  };
  const library = openLibrary(libraryPath, { readOnly: true, create: false });
  try {
    const id = idOf(library);
    if (folder === usualBackupFolder(libraryPath)) mkdirSync(folder, { recursive: true });
    const unlock = lockFolder(join(folder, `${id}.backups.lock`));
    try {
      // One view of the library for its mark and its copy, whoever writes meanwhile.
      library.db.exec('BEGIN');
      const mark = markOf(library);
      const manifest = readManifest(folder, id);
      if (isThere(manifest.backups.at(-1), folder, mark)) return false;
      const unfinished = join(folder, `${id}.backup.part`);
      try {
        const progress = () => {
          goOn();
          return pagesAtOnce;
        };
        await library.db.backup(unfinished, { progress });
        keep(unfinished, { libraryPath, folder, now, goOn }, { id, mark, manifest });
      } finally {
        rmSync(unfinished, { force: true });
        rmSync(`${unfinished}-journal`, { force: true });
      }
      return true;
    } finally {
      unlock();
    }
  } catch (error) {
    throw backupFailure(error, folder);
  } finally {
    library.close();
  }
}

/** So many as better-sqlite3 copies by itself; between two goes it can be stopped. */
const pagesAtOnce = 100;

interface Made {
  readonly id: string;
  readonly mark: string;
  readonly manifest: Manifest;
}

interface Place extends Required<Omit<BackupOptions, 'isWanted'>> {
  /** Throws `cancelled` when the backup is to stop. */
  readonly goOn: () => void;
}

function keep(
  unfinished: string,
  { libraryPath, folder, now, goOn }: Place,
  { id, mark, manifest }: Made,
): void {
  becomeOneFile(unfinished);
  const proof = prove(unfinished, goOn);
  const at = now();
  const file = freeName(folder, libraryPath, at, proof.isSound);
  const bytes = statSync(unfinished).size;
  const sha256 = hashOfFile(unfinished);
  const entry = { file, at: at.toISOString(), bytes, sha256, essays: proof.essays, mark };
  renameSync(unfinished, join(folder, file));
  if (proof.isSound) {
    addSound(folder, id, manifest, entry);
    return;
  }
  writeManifest(folder, id, { ...manifest, unproved: entry });
  if (manifest.unproved !== null) rmSync(join(folder, manifest.unproved.file), { force: true });
  throw new StudioError(
    'damaged',
    'The last backup could not be proved: the library it was made from has damage in it.',
    'It is kept apart, and the backups before it stay as they are. Verify the library to see what is hurt.',
  );
}

function addSound(folder: string, id: string, manifest: Manifest, entry: ManifestEntry): void {
  const backups = [...manifest.backups, entry];
  const kept = backupsToKeep(backups.map(({ at }) => Date.parse(at)));
  // First the list with the new one, then the list without the old, then the old: whatever stops it, nothing is listed that is gone.
  writeManifest(folder, id, { ...manifest, backups });
  const staying = backups.filter((_, place) => kept.has(place));
  if (staying.length === backups.length) return;
  writeManifest(folder, id, { ...manifest, backups: staying });
  for (const { file } of backups.filter((_, place) => !kept.has(place))) {
    rmSync(join(folder, file), { force: true });
  }
}

function idOf(library: Library): string {
  const id = libraryId(library);
  if (id !== null && /^[\w-]+$/.test(id)) return id;
  throw new StudioError(
    'damaged',
    'The library cannot say which one it is, so no backup of it was made.',
    'Rescue what can be proved into a new library.',
  );
}

/** Changes with everything that is written, and with nothing else: packing a history is no change. */
function markOf(library: Library): string {
  const hash = createHash('sha256');
  const rows = statement<string>(
    library.db,
    "SELECT key || ' ' || revision || ' ' || hex(body_hash) FROM essay ORDER BY key",
  ).pluck();
  for (const row of rows.iterate()) hash.update(`${row}\n`);
  for (const row of publishingMarks(library)) hash.update(`${row}\n`);
  const images = statement<string>(
    library.db,
    "SELECT name || ' ' || hex(hash) FROM image ORDER BY name",
  ).pluck();
  for (const image of images.iterate()) hash.update(`${image}\n`);
  return hash.digest('hex');
}

function isThere(newest: ManifestEntry | undefined, folder: string, mark: string): boolean {
  if (newest?.mark !== mark) return false;
  return statSync(join(folder, newest.file), { throwIfNoEntry: false })?.size === newest.bytes;
}

/** Takes the copy out of the mode in which changes wait in a file beside it. */
function becomeOneFile(path: string): void {
  const db = new Database(path);
  try {
    db.pragma('journal_mode = DELETE');
  } finally {
    db.close();
  }
  const file = openSync(path, 'r+');
  try {
    fsyncSync(file);
  } finally {
    closeSync(file);
  }
}

function prove(
  path: string,
  goOn: () => void,
): { readonly isSound: boolean; readonly essays: number } {
  const copy = openLibrary(path, { readOnly: true, create: false });
  try {
    const onEssay = () => {
      goOn();
      return true;
    };
    const { damage, file } = proveLibrary(copy, { onEssay });
    return { isSound: damage.length === 0 && file.length === 0, essays: countEssays(copy) };
  } finally {
    copy.close();
  }
}

function freeName(folder: string, libraryPath: string, at: Date, isSound: boolean): string {
  // Two libraries of one name may be backed up in the same second.
  for (let second = 0; ; second++) {
    const file = backupName(libraryPath, new Date(at.getTime() + 1000 * second), isSound);
    if (!existsSync(join(folder, file))) return file;
  }
}

function hashOfFile(path: string): string {
  const hash = createHash('sha256');
  const chunk = Buffer.alloc(1024 * 1024);
  const file = openSync(path, 'r');
  try {
    for (let read = readSync(file, chunk); read > 0; read = readSync(file, chunk)) {
      hash.update(chunk.subarray(0, read));
    }
  } finally {
    closeSync(file);
  }
  return hash.digest('hex');
}

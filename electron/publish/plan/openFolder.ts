import { hash } from 'node:crypto';
import {
  closeSync,
  lstatSync,
  mkdirSync,
  openSync,
  readFileSync,
  readSync,
  realpathSync,
  statSync,
} from 'node:fs';
import { access, constants } from 'node:fs/promises';
import { dirname, isAbsolute, join, sep } from 'node:path';
import { StudioError } from '#contract/errors.ts';
import type { Target } from '#contract/publishing.ts';
import { isSystemError, writeFailure } from '#export/writeFailure.ts';

/** What stands at a path: nothing, a file with its hash, or something that is no file of ours to touch. */
export type Found =
  | { readonly kind: 'nothing' }
  | { readonly kind: 'file'; readonly sha256: string }
  | { readonly kind: 'other'; readonly what: 'folder' | 'link' | 'unreadable' };

/** A target's folder as it is on disk. */
export interface Folder {
  /** What is at a path in it. Throws `invalid` where a link leads the path out of the folder. */
  readonly look: (path: string) => Found;
  /** The path on disk; the folders it needs are there afterwards. */
  readonly ready: (path: string) => string;
}

/** Opens a target's folder. Throws `not-found`, `invalid`, `no-permission` or `read-only` with a sentence. Writes nothing. */
export async function openFolder({ folder, name }: Target): Promise<Folder> {
  if (!isAbsolute(folder)) {
    throw new StudioError(
      'invalid',
      `“${name}” has no folder to publish to.`,
      'Choose a folder for it.',
    );
  }
  const root = realRoot(folder, name);
  await access(root, constants.W_OK).catch((thrown) => {
    throw writeFailure(thrown, join(root, name));
  });
  const inside = new Map<string, boolean>();
  const check = (directory: string, path: string) => {
    if (!inside.has(directory)) inside.set(directory, staysIn(root, directory));
    if (inside.get(directory)) return;
    throw new StudioError(
      'invalid',
      `“${path}” would be written outside “${folder}”: a link leads out of it.`,
      'Remove the link, or choose another folder.',
    );
  };
  const onDisk = (path: string) => {
    if (path.split('/').some((part) => part === '..' || part === '' || part.includes('\0'))) {
      throw new StudioError('invalid', `“${path}” cannot be the name of a file there.`);
    }
    return join(root, ...path.split('/'));
  };
  return {
    look: (path) => {
      const place = onDisk(path);
      check(dirname(place), path);
      return lookAt(place);
    },
    ready: (path) => {
      const place = onDisk(path);
      check(dirname(place), path);
      try {
        mkdirSync(dirname(place), { recursive: true });
      } catch (thrown) {
        throw writeFailure(thrown, dirname(place));
      }
      return place;
    },
  };
}

function realRoot(folder: string, name: string): string {
  try {
    const root = realpathSync(folder);
    if (statSync(root).isDirectory()) return root;
  } catch (thrown) {
    if (!isSystemError(thrown) || (thrown.code !== 'ENOENT' && thrown.code !== 'ENOTDIR')) {
      throw writeFailure(thrown, folder);
    }
    throw new StudioError(
      'not-found',
      `The folder of “${name}”, “${folder}”, is not there.`,
      'Make the folder, or choose another one.',
    );
  }
  throw new StudioError('invalid', `“${folder}” is not a folder.`, 'Choose a folder.');
}

/** Whether a folder, or the nearest one above it that is there, really lies in the root. */
function staysIn(root: string, directory: string): boolean {
  try {
    const real = realpathSync(directory);
    return real === root || real.startsWith(root.endsWith(sep) ? root : root + sep);
  } catch (thrown) {
    if (!isSystemError(thrown) || thrown.code !== 'ENOENT') return false;
    // A link that leads nowhere is there, and would be followed.
    if (lstatSync(directory, { throwIfNoEntry: false })) return false;
    return staysIn(root, dirname(directory));
  }
}

function lookAt(place: string): Found {
  const stat = lstatSync(place, { throwIfNoEntry: false });
  if (!stat) return { kind: 'nothing' };
  if (stat.isSymbolicLink()) return { kind: 'other', what: 'link' };
  if (!stat.isFile()) return { kind: 'other', what: 'folder' };
  try {
    return { kind: 'file', sha256: hashOf(place, stat.size) };
  } catch {
    return { kind: 'other', what: 'unreadable' };
  }
}

/** A file's hash by as few questions to the disk as can be: a plan looks at every file of its target. */
function hashOf(place: string, size: number): string {
  const bytes = size < room.length ? room : Buffer.allocUnsafe(size + 1);
  const file = openSync(place, 'r');
  let read: number;
  try {
    read = readSync(file, bytes, 0, bytes.length, 0);
  } finally {
    closeSync(file);
  }
  // A disk may give less than it is asked for, and a file may grow meanwhile.
  return hash('sha256', read === size ? bytes.subarray(0, size) : readFileSync(place));
}

/** Most files fit into it. */
const room = Buffer.allocUnsafeSlow(256 * 1024);

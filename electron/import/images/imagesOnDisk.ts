import { readdir, readFile, realpath, stat } from 'node:fs/promises';
import { basename, dirname, join, sep } from 'node:path';
import { addressPath } from '#markdown/images/addressPath.ts';
import { findProject, isThere } from '../project.ts';
import { refuseLargeImage } from './readImage.ts';
import { type FindInVault, openVault } from './vault.ts';

/** An image file that an essay refers to. */
interface FoundImage {
  /** One for one file. */
  readonly path: string;
  readonly name: string;
  /** Throws a `StudioError` or a system's error where it cannot be read. */
  readonly read: () => Promise<Uint8Array>;
}

/** Finds what a Markdown file calls an image, by the file's path and the address as written; null when it is not there. */
export type FindImageFile = (file: string, address: string) => Promise<FoundImage | null>;

/**
 * Finds images on the disk: beside the Markdown file, or for an address that begins with `/` in the folders that
 * generators serve. None is taken from outside the project that the file belongs to, or its own folder where it belongs
 * to none, whatever an address says. A name in other cases than the file's is found all the same, and in a vault of
 * Obsidian's wherever it is there.
 */
export function imagesOnDisk(): FindImageFile {
  const projects = new Map<string, Promise<string>>();
  const vaults = new Map<string, Promise<FindInVault | null>>();
  const projectOf = (folder: string) => {
    const known = projects.get(folder) ?? findProject(folder);
    projects.set(folder, known);
    return known;
  };
  return async (file, address) => {
    const folder = dirname(file);
    const project = await projectOf(folder);
    for (const path of pathsIn(address)) {
      const starts = path.startsWith('/') ? served.map((name) => join(project, name)) : [folder];
      for (const start of starts) {
        const found = await lookUp(start, path, project);
        if (found !== null) return onDisk(found);
      }
    }
    const vault = vaults.get(project) ?? openVault(project);
    vaults.set(project, vault);
    const inVault = (await vault)?.(pathsIn(address));
    return inVault ? onDisk(inVault) : null;
  };
}

/** An address as a path: as it is written, and decoded, without what follows it. */
export function pathsIn(address: string): readonly string[] {
  const written = address.trim().replace(/[?#].*$/s, '');
  return [...new Set([written, addressPath(address)])].filter(Boolean);
}

/** Where generators look for what begins with `/`, in the project's folder. */
const served = ['', 'static', 'public', 'assets', 'src', 'content'];

/** The file that a path leads to from a folder, if it is one and within the project. */
async function lookUp(start: string, path: string, project: string): Promise<string | null> {
  const wanted = join(start, path);
  const found = (await isThere(wanted)) ? wanted : await inAnyCase(start, path);
  if (found === null) return null;
  const [real, root] = await Promise.all([realpath(found), realpath(project)]);
  const isInside = real.startsWith(root.endsWith(sep) ? root : root + sep);
  return isInside && (await stat(real)).isFile() ? real : null;
}

/** Goes along a path, each name in whatever case. */
async function inAnyCase(start: string, path: string): Promise<string | null> {
  let at = start;
  for (const name of path.split('/')) {
    if (name === '' || name === '.' || name === '..') {
      at = join(at, name);
      continue;
    }
    const entries = await readdir(at).catch(() => []);
    const same = entries.filter((entry) => folded(entry) === folded(name));
    if (same.length !== 1) return null;
    at = join(at, same[0]!);
  }
  return at;
}

function folded(name: string): string {
  return name.normalize('NFC').toLowerCase();
}

function onDisk(path: string): FoundImage {
  const name = basename(path);
  return {
    path,
    name,
    async read() {
      refuseLargeImage((await stat(path)).size, name);
      return readFile(path);
    },
  };
}

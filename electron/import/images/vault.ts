import { access, readdir } from 'node:fs/promises';
import { extname, join } from 'node:path';
import { imageExtensions } from '#contract/images.ts';

/** The image of a vault that is called by the end of its path; where several are, the one with the shortest. */
export type FindInVault = (paths: readonly string[]) => string | null;

/** Obsidian calls a file by its name, or as much of its path as tells it apart. Null for a folder that is no vault. */
export async function openVault(folder: string): Promise<FindInVault | null> {
  const isVault = await access(join(folder, '.obsidian')).then(
    () => true,
    () => false,
  );
  if (!isVault) return null;
  const found = await imagesBelow(folder);
  const images = found
    .sort((a, b) => a.length - b.length || (a < b ? -1 : 1))
    .map((path) => ({ path, known: folded(path) }));
  return (paths) => {
    const ends = paths.map((path) => folded(path.startsWith('/') ? path : `/${path}`));
    return images.find(({ known }) => ends.some((end) => known.endsWith(end)))?.path ?? null;
  };
}

/** Regular files alone: what a link leads to may be anywhere. */
async function imagesBelow(folder: string): Promise<string[]> {
  const entries = await readdir(folder, { withFileTypes: true }).catch(() => []);
  const found: string[] = [];
  for (const entry of entries) {
    if (entry.name.startsWith('.') || entry.name === 'node_modules') continue;
    const path = join(folder, entry.name);
    if (entry.isDirectory()) found.push(...(await imagesBelow(path)));
    else if (entry.isFile() && isImageName(entry.name)) found.push(path);
  }
  return found;
}

function isImageName(name: string): boolean {
  const ending = extname(name).slice(1).toLowerCase();
  return ending === 'jpeg' || (imageExtensions as readonly string[]).includes(ending);
}

function folded(path: string): string {
  return path.replaceAll('\\', '/').normalize('NFC').toLowerCase();
}

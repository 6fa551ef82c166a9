import { basename, posix } from 'node:path';
import { type FindImageFile, pathsIn } from './imagesOnDisk.ts';

/** Finds images among files that came together, by their paths, or by a name alone that one of them has; in whatever case. */
export function imagesAmong(
  files: readonly { readonly path: string; readonly bytes: Uint8Array }[],
): FindImageFile {
  const byPath = new Map(files.map((file) => [folded(file.path), file]));
  const named = (name: string) =>
    files.filter(({ path }) => folded(basename(path)) === folded(name));
  return async (from, address) => {
    for (const path of pathsIn(address)) {
      const wanted = path.startsWith('/') ? path.slice(1) : posix.join(posix.dirname(from), path);
      const alone = path.includes('/') ? [] : named(path);
      const found = byPath.get(folded(wanted)) ?? (alone.length === 1 ? alone[0] : undefined);
      if (found) {
        const { path: name, bytes } = found;
        return { path: name, name: basename(name), read: async () => bytes };
      }
    }
    return null;
  };
}

function folded(path: string): string {
  return posix.normalize(path).normalize('NFC').toLowerCase();
}

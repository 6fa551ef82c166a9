import { basename, posix } from 'node:path';
import { type FindImageFile, pathsIn } from './imagesOnDisk.ts';

/** Finds images among files that came together, by their paths; names in whatever case. */
export function imagesAmong(
  files: readonly { readonly path: string; readonly bytes: Uint8Array }[],
): FindImageFile {
  const byPath = new Map(files.map((file) => [folded(file.path), file]));
  return async (from, address) => {
    for (const path of pathsIn(address)) {
      const wanted = path.startsWith('/') ? path.slice(1) : posix.join(posix.dirname(from), path);
      const found = byPath.get(folded(wanted));
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

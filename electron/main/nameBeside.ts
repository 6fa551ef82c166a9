import { existsSync } from 'node:fs';
import { basename, dirname, extname, join } from 'node:path';

/** A path beside a library for another one made from it, under a name that no file has yet: `Library rescued.longhand`. */
export function nameBeside(libraryPath: string, addition: string): string {
  const name = basename(libraryPath, extname(libraryPath));
  for (let count = 1; ; count++) {
    const number = count === 1 ? '' : ` ${count}`;
    const path = join(dirname(libraryPath), `${name} ${addition}${number}.longhand`);
    if (!existsSync(path)) return path;
  }
}

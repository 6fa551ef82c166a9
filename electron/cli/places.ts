import { existsSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { pathToFileURL } from 'node:url';

/** Where the command line finds what is not its code; the same names lead there from a checkout and from a package. */
export const places = {
  /** A file or folder of `resources`. */
  resources: (...names: string[]): string => join(programFolder(), 'resources', ...names),
  packageFile: (): string => join(programFolder(), 'package.json'),
  /** The entry of a worker thread: its source in a checkout, its built bundle in a package. */
  worker(source: string, built: string): URL {
    const path = isBuilt ? ['out', 'main', `${built}.js`] : ['electron', ...source.split('/')];
    return pathToFileURL(join(programFolder(), ...path));
  },
};

const isBuilt = !import.meta.filename.endsWith('.ts');

/** The nearest folder above with a package.json: built code lies at another depth than its source. */
function programFolder(): string {
  let folder = import.meta.dirname;
  while (!existsSync(join(folder, 'package.json'))) folder = dirname(folder);
  return folder;
}

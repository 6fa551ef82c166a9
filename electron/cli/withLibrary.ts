import { resolve } from 'node:path';
import { defaultLibraryPath } from '#library/defaultPath.ts';
import { type Library, openLibrary } from '#library/openLibrary.ts';
import type { Desk } from './command.ts';
import { printableLine } from './printable.ts';

/** Does the work with the library named on the command line, or the usual one, and closes it whatever happens. */
export async function withLibrary<T>(
  named: string | undefined,
  desk: Desk,
  options: { readonly create: boolean },
  work: (library: Library) => T | Promise<T>,
): Promise<T> {
  const path = named ? resolve(named) : defaultLibraryPath(process.platform, desk.env);
  const library = openLibrary(path, options);
  if (library.keptCopy) {
    desk.say(
      printableLine(
        `The library was brought to this version of Longhand. As it was before, it is kept in “${library.keptCopy}”.`,
      ),
    );
  }
  try {
    return await work(library);
  } finally {
    library.close();
  }
}

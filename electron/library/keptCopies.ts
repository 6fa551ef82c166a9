import { readdirSync, statSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';

/** The name of the copy of a library that is kept before a newer version changes it: of which version it was, and when. */
export function keptCopyPath(path: string, version: number, now: Date): string {
  return `${path}.version-${version}.${now.toISOString().replace(/[:.]/g, '-')}.backup`;
}

/** The newest copy kept beside a library that a studio whose libraries have version `latest` can open; null where there is none. */
export function olderCopy(path: string, latest: number): string | null {
  const name = basename(path);
  const copies = namesBeside(path)
    .filter((each) => each.startsWith(`${name}.version-`) && each.endsWith('.backup'))
    .map((each) => ({ each, parts: /^(\d+)\.(.+)\.backup$/.exec(each.slice(name.length + 9)) }))
    .flatMap(({ each, parts }) =>
      parts && Number(parts[1]) <= latest ? [{ each, at: parts[2]! }] : [],
    )
    .sort((one, other) => other.at.localeCompare(one.at));
  const [newest] = copies;
  return newest ? join(dirname(path), newest.each) : null;
}

/** Copies whose making was stopped, by a crash say: nothing was written to them for longer than one takes. */
export function abandonedCopies(path: string): readonly string[] {
  const name = basename(path);
  return namesBeside(path)
    .filter(
      (each) => each.startsWith(`${name}.version-`) && /\.backup\.part(-journal)?$/.test(each),
    )
    .map((each) => join(dirname(path), each))
    .filter((each) => {
      const since = statSync(each, { throwIfNoEntry: false })?.mtimeMs ?? 0;
      // Its age by either sign: the clock may have been set back since.
      return Math.abs(Date.now() - since) > longest;
    });
}

/** Milliseconds. */
const longest = 15 * 60_000;

/** A folder that cannot be listed has no copies that could be opened. */
function namesBeside(path: string): string[] {
  try {
    return readdirSync(dirname(path));
  } catch {
    return [];
  }
}

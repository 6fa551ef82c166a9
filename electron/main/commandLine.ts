import { resolve } from 'node:path';

/** What the studio was started with. Paths are absolute. */
export interface CommandLine {
  /** `--library PATH`: the library to open instead of the last one. */
  readonly library: string | null;
  /** `--settings PATH`: the folder for preferences and window state instead of the platform's. */
  readonly settings: string | null;
  /** Everything that is not a switch: files and folders to import. */
  readonly files: readonly string[];
}

/** What stands after the program in `process.argv`. */
export function askedOf(argv: readonly string[], packaged: boolean): readonly string[] {
  if (packaged) return argv.slice(1);
  // Unpackaged, the engine's own switches and the program's folder stand before what was asked.
  const program = argv.findIndex((word, at) => at > 0 && !word.startsWith('-'));
  return program < 0 ? [] : argv.slice(program + 1);
}

/** Reads `process.argv`. Unknown switches are the engine's and are passed over. */
export function readCommandLine(
  argv: readonly string[],
  { packaged, folder }: { packaged: boolean; folder: string },
): CommandLine {
  const asked = askedOf(argv, packaged);
  const named: Record<string, string> = {};
  const files: string[] = [];
  for (let at = 0; at < asked.length; at += 1) {
    const word = asked[at]!;
    const [, name, value] = /^--(library|settings)(?:=(.*))?$/s.exec(word) ?? [];
    if (name) {
      const path = value ?? asked[at + 1];
      if (value === undefined) at += 1;
      if (path) named[name] = resolve(folder, path);
    } else if (!word.startsWith('-')) {
      files.push(resolve(folder, word));
    }
  }
  return { library: named.library ?? null, settings: named.settings ?? null, files };
}

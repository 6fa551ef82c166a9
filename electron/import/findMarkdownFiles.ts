import { readdir, realpath, stat } from 'node:fs/promises';
import { basename, join, resolve, sep } from 'node:path';
import { failureWords } from '#contract/errors.ts';
import type { ImportReport } from '#contract/exchange.ts';
import { fileFailure } from './fileFailure.ts';

interface FoundFile {
  readonly path: string;
  /** How reports call it. */
  readonly name: string;
  /** Its path from the folder that was named, that folder's name first, `/` between; a file named itself has but its name. */
  readonly within: string;
}

export interface FoundFiles {
  readonly files: readonly FoundFile[];
  /** What could not be looked into, and why. What is left out by rule is not listed. */
  readonly skipped: ImportReport['skipped'];
}

interface SearchOptions {
  /** Look into folders of installed packages as well. A path that itself leads there always does. */
  readonly includeNodeModules?: boolean;
  /** How reports call what is at a path; from the folder that was named, that folder's name first, when not said. */
  readonly call?: (path: string) => string;
  /** Ends the search early with what it has found. */
  readonly signal?: AbortSignal;
}

/**
 * The Markdown files that these files and folders lead to, each once, in the order named and by name within a folder.
 * A file that is named itself is taken whatever its ending. In folders, `.md`, `.markdown`, `.mdown`, `.mkd` and `.mdx`
 * count; hidden files and folders are left out, links are followed and loops end.
 */
export async function findMarkdownFiles(
  paths: readonly string[],
  options: SearchOptions = {},
): Promise<FoundFiles> {
  const files: FoundFile[] = [];
  const skipped: ImportReport['skipped'][number][] = [];
  const seen = new Set<string>();

  for (const path of paths) {
    const start = resolve(path);
    const inPackages = start.split(sep).includes('node_modules');
    await visit(start, basename(start) || start, true, options.includeNodeModules || inPackages);
  }
  return { files, skipped };

  async function visit(path: string, name: string, named: boolean, packages: boolean) {
    if (options.signal?.aborted) return;
    try {
      const real = await realpath(path);
      if (seen.has(real)) return;
      const found = await stat(real);
      if (found.isDirectory()) {
        seen.add(real);
        await visitFolder(path, name, packages);
      } else if (named || (found.isFile() && markdownName.test(name))) {
        seen.add(real);
        files.push({ path, name: options.call?.(path) ?? name, within: name });
      }
    } catch (thrown) {
      const file = options.call?.(path) ?? name;
      skipped.push({ file, reason: failureWords(fileFailure(thrown, file)) });
    }
  }

  async function visitFolder(path: string, name: string, packages: boolean) {
    const entries = await readdir(path, { withFileTypes: true });
    entries.sort((a, b) => (a.name < b.name ? -1 : 1));
    for (const entry of entries) {
      if (entry.name.startsWith('.')) continue;
      if (entry.name === 'node_modules' && !packages) continue;
      if (entry.isFile() && !markdownName.test(entry.name)) continue;
      await visit(join(path, entry.name), `${name}/${entry.name}`, false, packages);
    }
  }
}

const markdownName = /\.(md|markdown|mdown|mkd|mdx)$/i;

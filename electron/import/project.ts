import { access } from 'node:fs/promises';
import { dirname, join } from 'node:path';

/** Generators of blogs whose projects are told by a file in their first folder. */
export type Generator = 'hugo' | 'jekyll' | 'astro' | 'eleventy';

/** The project that a folder belongs to: the nearest at or above it with a mark of one; the folder itself where there is none. */
export async function findProject(folder: string): Promise<string> {
  for (let at = folder; ; at = dirname(at)) {
    if (await hasOneOf(at, marks)) return at;
    if (dirname(at) === at) return folder;
  }
}

/** The generator that makes a site of a project; null for none that is known. */
export async function generatorOf(project: string): Promise<Generator | null> {
  for (const [generator, files] of Object.entries(settings) as [Generator, string[]][]) {
    if (await hasOneOf(project, files)) return generator;
  }
  return null;
}

/** Where each generator's settings stand. */
const settings: Readonly<Record<Generator, readonly string[]>> = {
  jekyll: ['_config.yml', '_config.yaml', '_config.toml'],
  astro: ['astro.config.mjs', 'astro.config.js', 'astro.config.ts', 'astro.config.mts'],
  eleventy: [
    '.eleventy.js',
    'eleventy.config.js',
    'eleventy.config.mjs',
    'eleventy.config.cjs',
    'eleventy.config.ts',
  ],
  hugo: [
    'hugo.toml',
    'hugo.yaml',
    'hugo.yml',
    'hugo.json',
    'config.toml',
    'config.yaml',
    'config.yml',
  ],
};

/** What stands in the first folder of a project. */
const marks = ['.git', '.obsidian', 'package.json', ...Object.values(settings).flat()];

async function hasOneOf(folder: string, names: readonly string[]): Promise<boolean> {
  for (const name of names) if (await isThere(join(folder, name))) return true;
  return false;
}

export function isThere(path: string): Promise<boolean> {
  return access(path).then(
    () => true,
    () => false,
  );
}

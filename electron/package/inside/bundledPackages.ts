import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join, sep } from 'node:path';
import type { Plugin } from 'vite';
import { licencesOf } from './licences.ts';

/**
 * Writes `licences.json` into `out` beside the bundles: what other people's code is in them, and its terms. Use the
 * same plugin for every bundle of a build. `more` are packages that stay outside the bundles and go along.
 */
export function recordLicences({
  project,
  out,
  more,
}: {
  readonly project: string;
  readonly out: string;
  readonly more: readonly string[];
}): Plugin {
  const folders = new Set(more.map((name) => join(project, 'node_modules', name)));
  return {
    name: 'record-licences',
    apply: 'build',
    generateBundle(_options, bundle) {
      for (const part of Object.values(bundle)) {
        if (part.type !== 'chunk') continue;
        for (const [id, module] of Object.entries(part.modules)) {
          const folder = module.renderedLength > 0 ? packageFolder(id) : null;
          if (folder) folders.add(folder);
        }
      }
    },
    writeBundle() {
      mkdirSync(out, { recursive: true });
      const licences = licencesOf(project, [...folders]);
      writeFileSync(join(out, 'licences.json'), `${JSON.stringify(licences, null, 1)}\n`);
    },
  };
}

/** The folder of the package that a module's file belongs to; null for our own. */
function packageFolder(id: string): string | null {
  const path = id.replace(/^\0/, '').replace(/\?.*$/, '');
  if (!path.includes(`${sep}node_modules${sep}`)) return null;
  for (let folder = dirname(path); !folder.endsWith('node_modules'); folder = dirname(folder)) {
    if (isPackage(join(folder, 'package.json'))) return folder;
  }
  return null;
}

/** Some packages have further files of that name inside, which only say how to read what is beside them. */
function isPackage(path: string): boolean {
  if (!existsSync(path)) return false;
  const { name, version } = JSON.parse(readFileSync(path, 'utf8')) as Record<string, unknown>;
  return typeof name === 'string' && typeof version === 'string';
}

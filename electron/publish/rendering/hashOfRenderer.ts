import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

/** Folders of a checkout with everything of ours that rendering an essay runs through; a test reads the imports and holds it. */
export const rendererFolders = [
  'electron/contract',
  'electron/markdown',
  'electron/publish/rendering',
];

/** A hash, in hex, of the sources that render and of which libraries they are built with, in a checkout. */
export function hashOfRenderer(checkout: string): string {
  const hash = createHash('sha256');
  const add = (path: string) => hash.update(`${path}\n`).update(readFileSync(join(checkout, path)));
  add('package-lock.json');
  for (const folder of rendererFolders) {
    const names = readdirSync(join(checkout, folder), { recursive: true, encoding: 'utf8' });
    for (const name of names.map((each) => each.replaceAll('\\', '/')).sort()) {
      if (name.endsWith('.ts')) add(`${folder}/${name}`);
    }
  }
  return hash.digest('hex');
}

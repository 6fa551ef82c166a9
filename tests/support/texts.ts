import { readdirSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, resolve } from 'node:path';

const require = createRequire(import.meta.url);
const modules = resolve(import.meta.dirname, '../../node_modules');

/** The text of the CommonMark specification: every construct there is, in every nesting. */
export function commonMarkText(): string {
  const place = require.resolve('commonmark-spec/package.json');
  return readFileSync(resolve(dirname(place), 'spec.txt'), 'utf8');
}

/** READMEs of installed packages, as people really write them, `most` of them at most, none above 60 KB. */
export function readmes(most: number): string[] {
  const texts: string[] = [];
  for (const name of readdirSync(modules).sort()) {
    if (texts.length >= most) break;
    try {
      const text = readFileSync(resolve(modules, name, 'README.md'), 'utf8');
      if (text.length < 60_000) texts.push(text);
    } catch {
      // A package without a README.
    }
  }
  return texts;
}

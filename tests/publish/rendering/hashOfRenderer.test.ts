import { cpSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join, relative, resolve } from 'node:path';
import { expect, test } from 'vitest';
import { hashOfRenderer, rendererFolders } from '#publish/rendering/hashOfRenderer.ts';
import { rendererBuild } from '#publish/rendering/rendererBuild.ts';
import { temporaryFolder } from '../../library/temporaryFolder.ts';

const checkout = resolve(import.meta.dirname, '../../..');

test('everything of ours that a page is rendered by is in what is hashed', () => {
  const reached = new Set<string>();
  const reach = (file: string): void => {
    if (reached.has(file)) return;
    reached.add(file);
    const text = readFileSync(join(checkout, file), 'utf8');
    for (const [, specifier] of text.matchAll(/\bfrom '([.#][^']+)'|\bimport\('([.#][^']+)'\)/g)) {
      const path = specifier!.startsWith('#')
        ? `electron/${specifier!.slice(1)}`
        : relative(checkout, resolve(checkout, dirname(file), specifier!));
      reach(path);
    }
  };
  reach('electron/publish/rendering/render.ts');
  expect(reached.size).toBeGreaterThan(60);
  const outside = [...reached].filter(
    (file) => !rendererFolders.some((folder) => file.startsWith(`${folder}/`)),
  );
  expect(outside).toEqual([]);
});

test('a change in any of it, or of a library, is another build', () => {
  const copy = temporaryFolder();
  for (const each of [...rendererFolders, 'package-lock.json']) {
    cpSync(join(checkout, each), join(copy, each), { recursive: true });
  }
  const before = hashOfRenderer(copy);
  expect(before).toBe(hashOfRenderer(checkout));
  expect(rendererBuild()).toContain(before);
  const seen = new Set([before]);
  for (const file of [
    'electron/markdown/statistics.ts',
    'electron/markdown/page/findProblems.ts',
    'electron/contract/drawings.ts',
    'electron/publish/rendering/render.ts',
    'package-lock.json',
  ]) {
    const text = readFileSync(join(copy, file), 'utf8');
    writeFileSync(join(copy, file), `${text}\n`);
    seen.add(hashOfRenderer(copy));
  }
  expect(seen.size).toBe(6);
});

test('another engine is another build: what is a letter, and its other case, is the engine’s to say', () => {
  expect(rendererBuild()).toContain(process.versions.v8);
});

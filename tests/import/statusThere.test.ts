import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { findMarkdownFiles } from '#import/findMarkdownFiles.ts';
import { importFiles } from '#import/importFiles.ts';
import { createEssays } from '#library/essays/createEssay.ts';
import { readEssay } from '#library/essays/readEssay.ts';
import { freshLibrary } from '../library/freshLibrary.ts';

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'blog-'));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

/** The status that each file has after it was imported from a folder of a blog. */
async function statuses(files: Readonly<Record<string, string>>, from = '') {
  for (const [path, text] of Object.entries(files)) {
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    writeFileSync(join(folder, path), text);
  }
  const { library } = freshLibrary();
  const found = await findMarkdownFiles([join(folder, from)]);
  const { imported } = await importFiles(found.files, {
    add: (starts) => createEssays(library, starts),
  });
  return Object.fromEntries(
    imported.map(({ id, file }) => [file.replace(/^[^/]*\//, ''), readEssay(library, id).status]),
  );
}

const post = '---\ntitle: A post\ndate: 2024-01-02\n---\nWords.\n';

test.each<[string, Record<string, string>, string]>([
  ['Hugo', { 'hugo.toml': '' }, 'content/posts/one.md'],
  ['Hugo before', { 'config.yaml': '' }, 'content/one/index.md'],
  ['Jekyll', { '_config.yml': '' }, '_posts/2024-01-02-one.md'],
  ['Jekyll, a page', { '_config.yml': '' }, 'about.md'],
  ['Astro', { 'astro.config.mjs': '', 'package.json': '{}' }, 'src/content/blog/one.md'],
  ['Eleventy', { 'eleventy.config.js': '', 'package.json': '{}' }, 'posts/one.md'],
])('what %s takes for published, is', async (_, project, path) => {
  const said = await statuses({ ...project, [path]: post });
  expect(Object.values(said)).toEqual(['published']);
});

test('also where only the folder of posts is imported', async () => {
  const files = { 'hugo.toml': '', 'content/posts/one.md': post };
  expect(await statuses(files, 'content/posts')).toEqual({ 'one.md': 'published' });
});

test('what says that it is a draft, lies among drafts, or is no page there, is a draft', async () => {
  expect(
    await statuses({
      '_config.yml': '',
      '_posts/2024-01-02-one.md': '---\npublished: false\n---\nWords.\n',
      '_drafts/two.md': post,
      'README.md': 'Read me.\n',
      '_notes/three.md': post,
    }),
  ).toEqual({
    'README.md': 'draft',
    '_drafts/two.md': 'draft',
    '_notes/three.md': 'draft',
    '_posts/2024-01-02-one.md': 'draft',
  });
});

test('a note with a date that belongs to no blog is a draft', async () => {
  const notes = { '.obsidian/app.json': '{}', 'daily/2024-01-02.md': post };
  expect(await statuses(notes)).toEqual({ 'daily/2024-01-02.md': 'draft' });
});

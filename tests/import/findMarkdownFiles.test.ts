import { chmod, mkdir, mkdtemp, rm, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { findMarkdownFiles } from '#import/findMarkdownFiles.ts';
import { withoutPrivileges } from '../support/withoutPrivileges.ts';

let folder: string;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'find-'));
});
afterEach(() => rm(folder, { recursive: true, force: true }));

async function make(...files: string[]) {
  for (const file of files) {
    await mkdir(dirname(join(folder, file)), { recursive: true });
    await writeFile(join(folder, file), file);
  }
}

async function find(paths: string[], options = {}) {
  const found = await findMarkdownFiles(
    paths.map((path) => join(folder, path)),
    options,
  );
  return { names: found.files.map(({ name }) => name), skipped: found.skipped };
}

test('every Markdown ending counts, in any case, in folders of any depth, by name', async () => {
  await make('blog/b.md', 'blog/a/deep/c.MARKDOWN', 'blog/d.mdown', 'blog/e.mkd', 'blog/f.mdx');
  await make('blog/notes.txt', 'blog/picture.png', 'blog/md');
  expect(await find(['blog'])).toEqual({
    names: ['blog/a/deep/c.MARKDOWN', 'blog/b.md', 'blog/d.mdown', 'blog/e.mkd', 'blog/f.mdx'],
    skipped: [],
  });
});

test('a file that is named itself is taken whatever its ending', async () => {
  await make('notes.txt');
  expect((await find(['notes.txt'])).names).toEqual(['notes.txt']);
});

test('hidden files, hidden folders and installed packages are left out', async () => {
  await make('blog/a.md', 'blog/.b.md', 'blog/.git/c.md', 'blog/node_modules/d/README.md');
  expect((await find(['blog'])).names).toEqual(['blog/a.md']);
});

test('installed packages come in when asked for, or when the path leads there', async () => {
  await make('site/node_modules/d/README.md', 'site/node_modules/d/node_modules/e/README.md');
  const both = ['d/README.md', 'd/node_modules/e/README.md'];
  expect((await find(['site'], { includeNodeModules: true })).names).toEqual(
    both.map((name) => `site/node_modules/${name}`),
  );
  expect((await find(['site/node_modules'])).names).toEqual(
    both.map((name) => `node_modules/${name}`),
  );
  expect((await find(['site/node_modules/d'])).names).toEqual(both);
});

test('a hidden folder that is named itself is looked into', async () => {
  await make('.drafts/a.md');
  expect((await find(['.drafts'])).names).toEqual(['.drafts/a.md']);
});

test('a file named twice, or reached through a link as well, comes in once', async () => {
  await make('blog/a.md', 'blog/b.md');
  await symlink(join(folder, 'blog/a.md'), join(folder, 'blog/z.md'));
  expect((await find(['blog/b.md', 'blog', 'blog/a.md'])).names).toEqual(['b.md', 'blog/a.md']);
});

test('links to folders are followed, and a loop of them ends', async () => {
  await make('blog/a.md', 'elsewhere/b.md');
  await symlink(join(folder, 'elsewhere'), join(folder, 'blog/linked'));
  await symlink(join(folder, 'blog'), join(folder, 'blog/loop'));
  await symlink(join(folder, 'blog/self'), join(folder, 'blog/self'));
  const { names, skipped } = await find(['blog']);
  expect(names).toEqual(['blog/a.md', 'blog/linked/b.md']);
  expect(skipped).toEqual([
    {
      file: 'blog/self',
      reason:
        '“blog/self” is a link that leads back to itself. Import what it was meant to lead to.',
    },
  ]);
});

test('a path that is not there is reported and the others are searched', async () => {
  await make('a.md');
  expect(await find(['gone', 'a.md'])).toEqual({
    names: ['a.md'],
    skipped: [
      {
        file: 'gone',
        reason: 'There is no “gone”. Look whether it was moved, or is called otherwise.',
      },
    ],
  });
});

test.skipIf(process.platform === 'win32')('a folder without permission is reported', async () => {
  await make('blog/a.md', 'blog/locked/b.md');
  await chmod(folder, 0o755);
  await chmod(join(folder, 'blog/locked'), 0);
  const { names, skipped } = await withoutPrivileges(() => find(['blog']));
  await chmod(join(folder, 'blog/locked'), 0o755);
  expect(names).toEqual(['blog/a.md']);
  expect(skipped).toEqual([
    {
      file: 'blog/locked',
      reason:
        'The system does not allow reading “blog/locked”. Change its permissions, or copy it to where you may read it.',
    },
  ]);
});

test('a search that is stopped gives what it has found', async () => {
  await make('a.md');
  expect(await find(['a.md'], { signal: AbortSignal.abort() })).toEqual({ names: [], skipped: [] });
});

import { spawn } from 'node:child_process';
import { once } from 'node:events';
import {
  chmodSync,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  symlinkSync,
  utimesSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import { setTimeout } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { beforeEach, describe, expect, test } from 'vitest';
import type { EssayPatch, NewEssay } from '#contract/essay.ts';
import { createEssay } from '#library/essays/createEssay.ts';
import { describeEssay } from '#library/essays/describeEssay.ts';
import { findEssay } from '#library/essays/findEssay.ts';
import { restoreEssays, trashEssays } from '#library/essays/trash.ts';
import { type Library, openLibrary } from '#library/openLibrary.ts';
import { withoutPrivileges } from '../support/withoutPrivileges.ts';
import { withCommandLine } from './withDesk.ts';

const longhand = withCommandLine();
const inFolder = (name: string) => join(longhand.folder, name);
const blog = (path = '') => join(longhand.folder, 'blog', path);

const inLibrary = <T>(work: (library: Library) => T): T => {
  const library = openLibrary(longhand.library);
  try {
    return work(library);
  } finally {
    library.close();
  }
};
const write = (...starts: NewEssay[]) =>
  inLibrary((library) =>
    starts.map((start) =>
      createEssay(library, { status: 'published', excerpt: 'What broke.', ...start }),
    ),
  );
const edit = (slug: string, patch: EssayPatch) =>
  inLibrary((library) => describeEssay(library, findEssay(library, slug).id, patch));

beforeEach(() => {
  mkdirSync(blog());
  write(
    { title: 'Leases', body: 'A lease outlived its owner. See [[Clocks]].\n' },
    { title: 'Clocks', body: 'They drift.\n' },
    { title: 'Unfinished', status: 'draft' },
  );
});

const add = (...options: string[]) =>
  longhand.run(['target', 'add', 'Blog', '--kind', 'hugo', '--folder', blog(), ...options]);
const publish = (...options: string[]) => longhand.run(['publish', 'blog', ...options]);
/** What status says of each file, without titles. */
const status = async () => {
  const { code, out, err } = await longhand.run(['status', 'Blog']);
  expect([code, err.split('\n').length > 0]).toEqual([0, true]);
  return Object.fromEntries(
    out
      .trimEnd()
      .split('\n')
      .filter(Boolean)
      .map((line) => line.split('\t'))
      .map(([word, path]) => [path, word]),
  );
};

describe('target', () => {
  test('names a place, shows it, changes what is said, and takes it away', async () => {
    const { code, out } = await add(
      '--author',
      'Ada',
      '--constant',
      'layout=post',
      '--field',
      'tags=',
    );
    expect([code, out]).toEqual([
      0,
      `name: Blog\nkind: hugo\nfolder: ${blog()}\nauthor: Ada\nfield: tags=\nconstant: layout=post\nstatus: published\n`,
    ]);
    await longhand.run([
      'target',
      'change',
      'BLOG',
      '--rule',
      'e-mail addresses=off',
      '--name',
      'B',
    ]);
    expect((await longhand.run(['target', 'show', 'b', '--json'])).json()).toMatchObject({
      name: 'B',
      author: 'Ada',
      weights: { 'e-mail addresses': 'off' },
    });
    expect((await longhand.run(['target'])).out).toBe(`B\thugo\t${blog()}\n`);
    await longhand.run(['target', 'remove', 'B']);
    expect((await longhand.run(['target', 'list'])).out).toBe('');
  });

  test.each([
    [['add', 'X'], 2, 'Say --kind and what the target is.'],
    [['add', 'X', '--kind', 'wordpress', '--folder', '.'], 2, '“wordpress” is no kind of target.'],
    [['add', 'X', '--kind', 'hugo'], 2, 'Say --folder and where it goes.'],
    [['move', 'X'], 2, '“move” is nothing to do with a target.'],
    [['show', 'X'], 1, 'There is no target “X”. None has been made yet.'],
    [['add', 'X', '--kind', 'hugo', '--folder', '.', '--url', 'example'], 1, 'is not one of a web'],
    [
      ['add', 'X', '--kind', 'hugo', '--folder', '.', '--field', 'tags=title'],
      1,
      'Two things would be written as “title”.',
    ],
    [['add', 'X', '--kind', 'hugo', '--folder', '.', '--field', 'x=y'], 2, '“x” is no field.'],
    [['add', 'X', '--kind', 'jekyll', '--folder', '.', '--style', 'toml'], 1, 'in TOML'],
    [['add', 'X', '--kind', 'hugo', '--folder', '.', '--rule', 'x=off'], 2, '“x” is no rule.'],
  ])('%j is refused with a sentence, and nothing is made', async (args, code, sentence) => {
    const run = await longhand.run(['target', ...args]);
    expect([run.code, run.err]).toEqual([code, expect.stringContaining(sentence)]);
    expect((await longhand.run(['target', 'list'])).out).toBe('');
  });

  test('a template that breaks is refused with its line', async () => {
    writeFileSync(inFolder('page.html'), '<html>\n{{heading}}\n{{nothing}}\n</html>');
    const template = ['--kind', 'site', '--template', inFolder('page.html')];
    const { code, err } = await add(...template);
    expect([code, err]).toEqual([
      1,
      expect.stringContaining('The page template “page.html”, line 3: there is no place named'),
    ]);
  });
});

describe('publish', () => {
  beforeEach(() => add());

  test('--dry-run says what would be done and writes nothing', async () => {
    const { code, out } = await publish('--dry-run');
    expect([code, out]).toEqual([0, 'write\tleases.md\tnew\nwrite\tclocks.md\tnew\n']);
    expect(readdirSync(blog())).toEqual([]);
    expect(await status()).toEqual({ 'leases.md': 'new', 'clocks.md': 'new' });
  });

  test('writes what goes there, and then only what changed', async () => {
    expect(await publish()).toMatchObject({
      code: 0,
      out: 'written\tleases.md\nwritten\tclocks.md\n',
      err: 'Blog: 2 written, 0 removed, 0 as they were, 0 left.\n',
    });
    expect(readFileSync(blog('leases.md'), 'utf8')).toContain('See [Clocks](../clocks/).');
    expect(await status()).toEqual({});
    edit('clocks', { excerpt: 'All of them.' });
    expect(await status()).toEqual({ 'clocks.md': 'edited' });
    expect((await publish()).out).toBe('written\tclocks.md\n');
    expect((await publish()).out).toBe('');
    const { json } = await longhand.run(['status', '--json']);
    expect(json()).toMatchObject({
      targets: [
        { name: 'Blog', essays: 2, publishedAt: expect.stringMatching(/^20/), files: [{}, {}] },
      ],
    });
  });

  test('what must not leave keeps everything back, until it is put right or weighs less', async () => {
    await longhand.run(['names', 'Big Customer']);
    edit('clocks', { excerpt: 'At big customer, TODO.' });
    const { code, out, err } = await publish();
    expect([code, out]).toEqual([
      1,
      expect.stringMatching(
        /^blocking\tclocks\tnames\tIn the excerpt: “big customer” is on your list/,
      ),
    ]);
    expect(err).toContain('Nothing was published: put these right');
    expect(readdirSync(blog())).toEqual([]);
    const check = await longhand.run(['check', 'blog', 'clocks', '--json']);
    expect([check.code, check.json()]).toEqual([
      1,
      {
        target: 'Blog',
        essays: [expect.objectContaining({ slug: 'clocks', findings: expect.any(Array) })],
      },
    ]);
    await longhand.run(['names', '--remove', 'Big Customer']);
    await longhand.run(['target', 'change', 'blog', '--rule', 'leftovers=advice']);
    expect((await publish()).code).toBe(0);
  });

  test('stopped, it says so; the next run goes on', async () => {
    write(...Array.from({ length: 40 }, (_, at) => ({ title: `Essay ${at}`, body: 'Words.\n' })));
    const stopping = new AbortController();
    const { code, err } = await longhand.run(['publish', 'Blog'], {
      signal: stopping.signal,
      showProgress: (line) => line.startsWith('Publishing 9') && stopping.abort(),
    });
    expect([code, err]).toEqual([1, expect.stringContaining('Publishing was stopped before')]);
    const there = readdirSync(blog()).length;
    expect(there).toBeGreaterThan(0);
    expect(Object.keys(await status())).toHaveLength(42 - there);
    expect((await publish()).code).toBe(0);
    expect(readdirSync(blog())).toHaveLength(42);
    expect(await status()).toEqual({});
  });

  test('two essays with one name are both there, and it says which is which', async () => {
    write({ title: 'Clocks', slug: 'Clocks' }, { title: 'Same', slug: 'same' });
    edit('same', { slug: 'clocks-2' });
    const { code } = await publish();
    expect(code).toBe(0);
    expect(new Set(readdirSync(blog()).map((name) => name.toLowerCase())).size).toBe(4);
    expect(await status()).toEqual({});
  });

  test('an essay that is damaged stops it, and its file stays', async () => {
    await publish();
    inLibrary(({ db }) => db.exec("UPDATE essay SET excerpt = 'forged' WHERE title = 'Clocks'"));
    expect(await status()).toEqual({ 'leases.md': 'changed' });
    const { code, err } = await publish();
    expect([code, err]).toEqual([1, expect.stringContaining('“Clocks” is damaged in the library')]);
    expect(existsSync(blog('clocks.md'))).toBe(true);
  });
});

describe('status tells the truth, and publishing mends what it may, after', () => {
  beforeEach(async () => {
    await add('--rule', 'links between essays=advice');
    await publish();
  });

  test.each<[string, () => unknown, Record<string, string>, Record<string, string>]>([
    [
      'an edit in the library',
      () => edit('clocks', { tags: ['time'] }),
      { 'clocks.md': 'edited' },
      {},
    ],
    [
      'another name for an essay that others link to',
      () => edit('clocks', { slug: 'watches' }),
      { 'clocks.md': 'removed', 'watches.md': 'new', 'leases.md': 'changed' },
      {},
    ],
    [
      'an essay in the trash',
      () => inLibrary((library) => trashEssays(library, [findEssay(library, 'clocks').id])),
      { 'clocks.md': 'removed', 'leases.md': 'changed' },
      {},
    ],
    [
      'an essay that is no longer published',
      () => edit('leases', { status: 'review' }),
      { 'leases.md': 'removed' },
      {},
    ],
    ['a file deleted in the folder', () => rmSync(blog('clocks.md')), { 'clocks.md': 'gone' }, {}],
    [
      'a file edited in the folder',
      () => writeFileSync(blog('clocks.md'), 'mine'),
      { 'clocks.md': 'edited-there' },
      { 'clocks.md': 'edited-there' },
    ],
    [
      'a file renamed in the folder',
      () => renameSync(blog('clocks.md'), blog('watches.md')),
      { 'clocks.md': 'gone' },
      {},
    ],
    [
      'a file of somebody where ours should go',
      () => {
        writeFileSync(blog('new.md'), 'theirs');
        write({ title: 'New' });
      },
      { 'new.md': 'occupied' },
      { 'new.md': 'occupied' },
    ],
    [
      'a file edited there whose essay goes',
      () => {
        writeFileSync(blog('leases.md'), 'mine');
        edit('leases', { status: 'idea' });
      },
      { 'leases.md': 'edited-there' },
      { 'leases.md': 'edited-there' },
    ],
    [
      'a folder where a file was',
      () => {
        rmSync(blog('clocks.md'));
        mkdirSync(blog('clocks.md'));
      },
      { 'clocks.md': 'edited-there' },
      { 'clocks.md': 'edited-there' },
    ],
    [
      'another setting of the target',
      () => longhand.run(['target', 'change', 'Blog', '--author', 'Ada']),
      { 'clocks.md': 'changed', 'leases.md': 'changed' },
      {},
    ],
  ])('%s', async (_, meddle, before, after) => {
    await meddle();
    expect(await status()).toEqual(before);
    const { code, err } = await publish();
    const left = Object.keys(after);
    expect(code).toBe(left.length === 0 ? 0 : 1);
    for (const path of left) expect(err).toContain(`${path}: `);
    expect(await status()).toEqual(after);
    expect(left.every((path) => existsSync(blog(path)))).toBe(true);
  });

  test('an essay that comes back from the trash', async () => {
    const { id } = inLibrary((library) => findEssay(library, 'clocks'));
    inLibrary((library) => trashEssays(library, [id]));
    await publish();
    expect(existsSync(blog('clocks.md'))).toBe(false);
    inLibrary((library) => restoreEssays(library, [id]));
    expect(await status()).toEqual({ 'clocks.md': 'new', 'leases.md': 'changed' });
  });

  test('another hand’s file, once the writer says to replace it', async () => {
    writeFileSync(blog('clocks.md'), 'mine');
    const { code, out } = await publish('--replace', 'clocks.md');
    expect([code, out]).toEqual([0, 'written\tclocks.md\n']);
    expect(await status()).toEqual({});
  });

  test('receipts that are lost: what is there as it would be is taken over', async () => {
    inLibrary(({ db }) => db.exec('DELETE FROM receipt'));
    expect(await status()).toEqual({});
    expect((await publish()).out).toBe('');
    edit('clocks', { excerpt: 'New.' });
    expect(await status()).toEqual({ 'clocks.md': 'edited' });
  });
});

describe('a folder that cannot be published to', () => {
  test('that is missing is named, and the other targets are told of all the same', async () => {
    await add();
    await longhand.run(['target', 'add', 'Site', '--kind', 'site', '--folder', inFolder('site')]);
    const { code, out, err } = await longhand.run(['status']);
    expect(code).toBe(1);
    expect(out).toContain('Blog\tnew\tclocks.md\tClocks');
    expect(err).toContain(`Site: The folder of “Site”, “${inFolder('site')}”, is not there.`);
    expect(await longhand.run(['publish', 'Site'])).toMatchObject({ code: 1, out: '' });
  });

  test('that links out of itself is refused', async () => {
    await longhand.run(['target', 'add', 'J', '--kind', 'jekyll', '--folder', blog()]);
    mkdirSync(inFolder('outside'));
    symlinkSync(inFolder('outside'), blog('_posts'));
    const { code, err } = await longhand.run(['publish', 'J']);
    expect([code, err]).toEqual([1, expect.stringContaining('a link leads out of it')]);
    expect(readdirSync(inFolder('outside'))).toEqual([]);
  });

  test('that is read-only is named', async () => {
    await add();
    for (const path of ['', 'data', 'data/Library.longhand']) chmodSync(inFolder(path), 0o777);
    chmodSync(blog(), 0o555);
    const { code, err } = await withoutPrivileges(() => publish());
    chmodSync(blog(), 0o755);
    expect([code, err]).toEqual([1, expect.stringContaining('does not allow writing “leases.md”')]);
    expect(readdirSync(blog())).toEqual([]);
  });
});

test('a whole site goes out, and one edit later only what speaks of it', async () => {
  const url = ['--url', 'https://example.com/notes'];
  await longhand.run(['target', 'add', 'Site', '--kind', 'site', '--folder', blog(), ...url]);
  expect((await longhand.run(['publish', 'Site'])).code).toBe(0);
  for (const path of ['index.html', 'essays/leases.html', 'atom.xml', 'style/page.css']) {
    expect(existsSync(blog(path)), path).toBe(true);
  }
  edit('clocks', { tags: ['time'] });
  const { out } = await longhand.run(['publish', 'site']);
  expect(out.split('\n').map((line) => line.split('\t')[1])).toEqual(
    expect.arrayContaining(['essays/clocks.html', 'index.html', 'atom.xml']),
  );
  expect(out).not.toContain('style/');
  expect((await longhand.run(['publish', 'site'])).out).toBe('');
});

test('killed half way, it leaves no half file, and the next run completes it', async () => {
  await longhand.run(['target', 'add', 'Site', '--kind', 'site', '--folder', blog()]);
  write(...Array.from({ length: 120 }, (_, at) => ({ title: `Essay ${at}`, body: 'Words.\n' })));
  const bin = fileURLToPath(new URL('../../electron/cli/longhand.ts', import.meta.url));
  const child = spawn(process.execPath, [bin, 'publish', 'Site', '--library', longhand.library]);
  const ended = once(child, 'exit');
  while (!existsSync(blog('essays')) || readdirSync(blog('essays')).length < 5) {
    await setTimeout(2);
    if (child.exitCode !== null) throw new Error('It was done before it could be killed.');
  }
  child.kill('SIGKILL');
  await ended;
  const pages = readdirSync(blog('essays')).filter((name) => name.endsWith('.html'));
  expect(pages.length).toBeLessThan(122);
  for (const name of pages) {
    expect(readFileSync(blog(`essays/${name}`), 'utf8')).toMatch(/<\/html>\s*$/);
  }
  const anHourAgo = new Date(Date.now() - 3_600_000);
  for (const name of readdirSync(blog('essays')))
    utimesSync(blog(`essays/${name}`), anHourAgo, anHourAgo);
  const { code, err } = await longhand.run(['publish', 'Site']);
  expect([code, err]).toEqual([0, expect.stringContaining(' 0 left.')]);
  expect((await longhand.run(['publish', 'Site'])).out).toBe('');
  expect(readdirSync(blog('essays'))).toHaveLength(122);
}, 30_000);

import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { beforeEach, describe, expect, test } from 'vitest';
import { withBlog } from './withBlog.ts';

const { add, blog, edit, inLibrary, longhand, publish, status, write } = withBlog();

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

  test('--only publishes one essay with its images, and leaves the others as they are there', async () => {
    await publish();
    edit('clocks', { excerpt: 'All of them.' });
    edit('leases', { excerpt: 'One of them.', slug: 'the-lease' });
    expect((await publish('--only', 'the-lease', '--dry-run')).out).toBe(
      'write\tthe-lease.md\tnew\nremove\tleases.md\tremoved\n',
    );
    expect((await publish('--only', 'the-lease')).out).toBe(
      'written\tthe-lease.md\nremoved\tleases.md\n',
    );
    expect(await status()).toEqual({ 'clocks.md': 'edited' });
    expect(await publish('--only', 'unfinished')).toMatchObject({
      code: 1,
      err: expect.stringContaining('This essay does not go to “Blog”.'),
    });
    await longhand.run(['target', 'add', 'Site', '--kind', 'site', '--folder', blog()]);
    expect(await longhand.run(['publish', 'Site', '--only', 'clocks'])).toMatchObject({
      code: 1,
      err: expect.stringContaining('“Site” goes out as a whole'),
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

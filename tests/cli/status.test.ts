import { existsSync, mkdirSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { beforeEach, describe, expect, test } from 'vitest';
import { findEssay } from '#library/essays/findEssay.ts';
import { restoreEssays, trashEssays } from '#library/essays/trash.ts';
import { withBlog } from './withBlog.ts';

const { add, blog, edit, inLibrary, longhand, publish, status, write } = withBlog();

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

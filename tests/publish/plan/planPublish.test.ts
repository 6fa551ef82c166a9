import { readdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import type { EssayId } from '#contract/essay.ts';
import type { TargetId } from '#contract/publishing.ts';
import { shelfOf } from '../targetWith.ts';
import { one, two, withFolder } from './withFolder.ts';

const published = withFolder();
const { inFolder, publish, states } = published;

describe('what publishing would do', () => {
  test('new, then unchanged, then changed, for one of several', async () => {
    expect(await states(shelfOf(one, two))).toEqual({ 'one.md': 'new', 'two.md': 'new' });
    expect(readdirSync(published.folder)).toEqual([]);
    await publish(shelfOf(one, two));
    expect(await states(shelfOf(one, two))).toEqual({
      'one.md': 'unchanged',
      'two.md': 'unchanged',
    });
    const edited = { ...one, revision: 2, head: 'a2', body: 'Otherwise.\n' };
    expect(await states(shelfOf(edited, two))).toEqual({
      'one.md': 'changed text',
      'two.md': 'unchanged',
    });
    const report = await publish(shelfOf(edited, two));
    expect(report).toMatchObject({
      written: ['one.md'],
      unchanged: 1,
      essays: { given: 2, published: 2 },
    });
    expect(inFolder('one.md')).toContain('Otherwise.');
  });

  test('reads no essay whose file is as it was', async () => {
    await publish(shelfOf(one, two));
    const shelf = shelfOf(one, two);
    const read: EssayId[] = [];
    const watched = {
      ...shelf,
      read: (id: EssayId) => {
        read.push(id);
        return shelf.read(id);
      },
    };
    await publish(watched);
    expect(read).toEqual([]);
  });

  test('a link whose essay moved, came or went changes the page that has it', async () => {
    await publish(shelfOf(two));
    expect(inFolder('two.md')).toContain('See [[One]].');
    expect(await states(shelfOf(one, two))).toEqual({ 'one.md': 'new', 'two.md': 'changed links' });
    await publish(shelfOf(one, two));
    expect(inFolder('two.md')).toContain('See [One](../one/).');
    const moved = { ...one, id: 'one' as EssayId, slug: 'uno', revision: 2 };
    expect(await states(shelfOf(moved, two))).toEqual({
      'uno.md': 'new',
      'two.md': 'changed links',
      'one.md': 'removed',
    });
  });

  test('settings of the target change every file', async () => {
    await publish(shelfOf(one));
    expect(await states(shelfOf(one), { author: 'Ada' })).toEqual({
      'one.md': 'changed surroundings',
    });
  });

  test('an older preset or renderer changes the file', async () => {
    await publish(shelfOf(one));
    published.receipts = published.receipts.map((receipt) => ({
      ...receipt,
      preset: 'hugo/0',
      renderer: '0',
    }));
    expect(await states(shelfOf(one))).toEqual({ 'one.md': 'changed preset renderer' });
    expect(await publish(shelfOf(one))).toMatchObject({ written: [], unchanged: 1 });
    expect(await states(shelfOf(one))).toEqual({ 'one.md': 'unchanged' });
  });

  test('receipts of other targets are no business of this one', async () => {
    await publish(shelfOf(one));
    rmSync(join(published.folder, 'one.md'));
    expect(await states(shelfOf(one), { id: 'target-2' as TargetId })).toEqual({ 'one.md': 'new' });
  });
});

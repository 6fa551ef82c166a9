import { mkdirSync, readdirSync, readlinkSync, symlinkSync, unlinkSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { carryOut } from '#publish/plan/carryOut.ts';
import { shelfOf } from '../targetWith.ts';
import { one, two, withFolder } from './withFolder.ts';

const published = withFolder();
const { inFolder, plan, publish, put, states } = published;

describe('another hand in the folder', () => {
  test('an edited file is left, and named, until the writer says otherwise', async () => {
    await publish(shelfOf(one, two));
    put('one.md', 'mine now');
    const edited = { ...one, revision: 2 };
    expect(await states(shelfOf(edited, two))).toMatchObject({ 'one.md': 'edited text held' });
    const report = await publish(shelfOf(edited, two));
    expect(report.left).toEqual([
      {
        path: 'one.md',
        reason:
          '“one.md” was edited in the folder since it was published, so it was left as it is.',
      },
    ]);
    expect(inFolder('one.md')).toBe('mine now');
    expect(report.essays).toEqual({ given: 2, published: 1 });
    await publish(shelfOf(edited, two), {}, { replace: new Set(['one.md']) });
    expect(inFolder('one.md')).toContain('It took a year.');
    expect(await states(shelfOf(edited, two))).toMatchObject({ 'one.md': 'unchanged' });
  });

  test('a file that was never published from here is left', async () => {
    put('one.md', 'older than the studio');
    expect(await states(shelfOf(one))).toEqual({ 'one.md': 'occupied held' });
    const { left, written } = await publish(shelfOf(one));
    expect(left[0]?.reason).toBe(
      'A file “one.md” is already there and was not published from here, so it was left as it is.',
    );
    expect(written).toEqual([]);
    expect(inFolder('one.md')).toBe('older than the studio');
  });

  test('a file that is already as it would be is taken over', async () => {
    await publish(shelfOf(one));
    published.receipts = [];
    expect(await states(shelfOf(one))).toEqual({ 'one.md': 'unchanged' });
    expect(await publish(shelfOf(one))).toMatchObject({ written: [], unchanged: 1 });
    expect(published.receipts).toHaveLength(1);
  });

  test('a file that is gone is written again, and the plan says that it was gone', async () => {
    await publish(shelfOf(one));
    unlinkSync(join(published.folder, 'one.md'));
    expect(await states(shelfOf(one))).toEqual({ 'one.md': 'gone' });
    expect((await publish(shelfOf(one))).written).toEqual(['one.md']);
  });

  test('an essay that is no longer published takes its file along, unless it was edited there', async () => {
    await publish(shelfOf(one, { slug: 'three' }, { slug: 'four' }));
    put('three.md', 'mine now');
    unlinkSync(join(published.folder, 'four.md'));
    expect(await states(shelfOf())).toEqual({
      'one.md': 'removed',
      'three.md': 'edited held',
      'four.md': 'removed',
    });
    const { removed, left } = await publish(shelfOf());
    expect([...removed].sort()).toEqual(['four.md', 'one.md']);
    expect(left.map(({ path }) => path)).toEqual(['three.md']);
    expect(readdirSync(published.folder)).toEqual(['three.md']);
    expect(published.receipts.map(({ path }) => path)).toEqual(['three.md']);
  });

  test('a change between plan and publishing is seen', async () => {
    await publish(shelfOf(one));
    const made = await plan(shelfOf({ ...one, revision: 2 }));
    put('one.md', 'mine now');
    const report = await carryOut(made);
    expect(report.left[0]?.reason).toBe('“one.md” was changed by someone else just now.');
    expect(inFolder('one.md')).toBe('mine now');
  });

  test('what comes between plan and publishing where nothing was is seen, whatever it is', async () => {
    const made = await plan(shelfOf(one, two, { ...one, slug: 'three' }, { ...one, slug: 'four' }));
    put('one.md', 'mine now');
    mkdirSync(join(published.folder, 'two.md'));
    symlinkSync('/no/such/file', join(published.folder, 'three.md'));
    const report = await carryOut(made);
    expect(report.written).toEqual(['four.md']);
    expect(report.left.map(({ reason }) => reason)).toEqual(
      ['one', 'two', 'three'].map((name) => `“${name}.md” was changed by someone else just now.`),
    );
    expect(inFolder('one.md')).toBe('mine now');
    expect(readlinkSync(join(published.folder, 'three.md'))).toBe('/no/such/file');
  });

  test('what is beside the published files is never touched', async () => {
    mkdirSync(join(published.folder, 'drafts'));
    put('drafts/x.md', 'x');
    put('index.md', 'y');
    await publish(shelfOf(one));
    await publish(shelfOf());
    expect(inFolder('drafts/x.md') + inFolder('index.md')).toBe('xy');
  });

  test('a folder or a link where a file should be is left, whatever the writer says', async () => {
    mkdirSync(join(published.folder, 'one.md'));
    symlinkSync('/etc/hostname', join(published.folder, 'two.md'));
    const replace = new Set(['one.md', 'two.md']);
    const { left } = await publish(shelfOf(one, two), {}, { replace });
    expect(left.map(({ reason }) => reason)).toEqual([
      '“one.md” is a folder there, not a file, so it was left as it is.',
      '“two.md” is a link there, not a file, so it was left as it is.',
    ]);
  });
});

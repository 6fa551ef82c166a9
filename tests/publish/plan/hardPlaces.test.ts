import { mkdtempSync, readdirSync, rmSync, symlinkSync, unlinkSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { StudioError } from '#contract/errors.ts';
import { carryOut } from '#publish/plan/carryOut.ts';
import { shelfOf } from '../targetWith.ts';
import { one, withFolder } from './withFolder.ts';

const published = withFolder();
const { plan, publish } = published;

describe('a place that cannot be published to', () => {
  test.each([
    [{ folder: '' }, 'invalid', '“My blog” has no folder to publish to.'],
    [{ folder: 'relative' }, 'invalid', '“My blog” has no folder to publish to.'],
    [
      { folder: '/no/such/place' },
      'not-found',
      'The folder of “My blog”, “/no/such/place”, is not there.',
    ],
    [{ folder: '/etc/hostname' }, 'invalid', '“/etc/hostname” is not a folder.'],
    [
      { baseUrl: 'example' },
      'invalid',
      'The address of “My blog”, “example”, is not one of a web site.',
    ],
    [
      { baseUrl: 'javascript:alert(1)' },
      'invalid',
      'The address of “My blog”, “javascript:alert(1)”, is not one of a web site.',
    ],
    [
      { baseUrl: 'https://a.b/?x=1' },
      'invalid',
      'The address of “My blog”, “https://a.b/?x=1”, is not one of a web site.',
    ],
  ])('%j is refused with a sentence', async (said, code, message) => {
    await expect(plan(shelfOf(one), said)).rejects.toMatchObject({
      name: 'StudioError',
      code,
      message,
    });
  });

  test('a link that leads out of the folder is not followed', async () => {
    const outside = mkdtempSync(join(tmpdir(), 'outside-'));
    symlinkSync(outside, join(published.folder, '_posts'));
    await expect(plan(shelfOf(one), { kind: 'jekyll' })).rejects.toMatchObject({
      code: 'invalid',
      message: expect.stringContaining('a link leads out of it'),
    });
    expect(readdirSync(outside)).toEqual([]);
    rmSync(outside, { recursive: true });
  });

  test('a folder that is itself a link is followed', async () => {
    const link = `${published.folder}-link`;
    symlinkSync(published.folder, link);
    expect((await publish(shelfOf(one), { folder: link })).written).toEqual(['one.md']);
    unlinkSync(link);
  });

  test('a disk that fills up ends it; what was written stands, and the next run goes on', async () => {
    const slugs = ['a', 'b', ...Array.from({ length: 30 }, (_, at) => `essay-${at}`)];
    const shelf = shelfOf(...slugs.map((slug) => ({ slug })));
    const made = await plan(shelf);
    const full = new StudioError('disk-full', 'There is no room left on the disk for “b.md”.');
    const ready = (path: string) => {
      if (path === 'b.md') throw full;
      return made.folder.ready(path);
    };
    const report = await carryOut({ ...made, folder: { ...made.folder, ready } });
    expect(report.written.length + report.left.length).toBe(slugs.length);
    expect(report.left).toContainEqual({ path: 'b.md', reason: full.message });
    expect(report.left.at(-1)).toEqual({ path: 'essay-29.md', reason: full.message });
    expect(readdirSync(published.folder).sort()).toEqual([...report.written].sort());
    published.receipts = report.receipts;
    const second = await publish(shelf);
    expect(second.left).toEqual([]);
    expect(second.written).toEqual(report.left.map(({ path }) => path));
  });

  test('a disk that is full from the start fails as a whole', async () => {
    const made = await plan(shelfOf(one));
    const full = new StudioError('disk-full', 'There is no room left on the disk for “one.md”.');
    const ready = () => {
      throw full;
    };
    await expect(carryOut({ ...made, folder: { ...made.folder, ready } })).rejects.toBe(full);
  });
});

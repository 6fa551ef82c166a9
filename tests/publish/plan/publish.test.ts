import {
  chmodSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  symlinkSync,
  unlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { StudioError } from '#contract/errors.ts';
import type { Essay, EssayId } from '#contract/essay.ts';
import type { Receipt, Shelf, Target, TargetId } from '#contract/publishing.ts';
import { readMarkdownFile } from '#import/readMarkdownFile.ts';
import { carryOut } from '#publish/plan/carryOut.ts';
import { planPublish, previewOf } from '#publish/plan/planPublish.ts';
import { readSiteParts } from '#publish/site/siteParts.ts';
import { shelfOf, targetWith } from '../targetWith.ts';

let folder: string;
let receipts: readonly Receipt[];
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'publish-'));
  receipts = [];
});
afterEach(() => {
  chmodSync(folder, 0o755);
  rmSync(folder, { recursive: true, force: true });
});

const parts = readSiteParts('resources');
const target = (said: Partial<Target> = {}) => targetWith({ folder, kind: 'hugo', ...said });
const plan = (shelf: Shelf, said: Partial<Target> = {}) =>
  planPublish(target(said), shelf, receipts, { parts });
const publish = async (shelf: Shelf, said: Partial<Target> = {}, options = {}) => {
  const report = await carryOut(await plan(shelf, said), options);
  receipts = report.receipts;
  return report;
};
const states = async (shelf: Shelf, said: Partial<Target> = {}) =>
  Object.fromEntries(
    previewOf(await plan(shelf, said)).files.map(({ path, state, reasons, isHeld }) => [
      path,
      [state, ...reasons, ...(isHeld ? ['held'] : [])].join(' '),
    ]),
  );
const inFolder = (path: string) => readFileSync(join(folder, path), 'utf8');
const put = (path: string, text: string) => writeFileSync(join(folder, path), text);

const one: Partial<Essay> = { slug: 'one', title: 'One', revision: 1, head: 'a1' };
const two: Partial<Essay> = {
  slug: 'two',
  title: 'Two',
  revision: 1,
  head: 'b1',
  body: 'See [[One]].\n',
};

describe('what publishing would do', () => {
  test('new, then unchanged, then changed, for one of several', async () => {
    expect(await states(shelfOf(one, two))).toEqual({ 'one.md': 'new', 'two.md': 'new' });
    expect(readdirSync(folder)).toEqual([]);
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
    receipts = receipts.map((receipt) => ({ ...receipt, preset: 'hugo/0', renderer: '0' }));
    expect(await states(shelfOf(one))).toEqual({ 'one.md': 'changed preset renderer' });
    expect(await publish(shelfOf(one))).toMatchObject({ written: [], unchanged: 1 });
    expect(await states(shelfOf(one))).toEqual({ 'one.md': 'unchanged' });
  });

  test('receipts of other targets are no business of this one', async () => {
    await publish(shelfOf(one));
    rmSync(join(folder, 'one.md'));
    expect(await states(shelfOf(one), { id: 'target-2' as TargetId })).toEqual({ 'one.md': 'new' });
  });
});

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
    receipts = [];
    expect(await states(shelfOf(one))).toEqual({ 'one.md': 'unchanged' });
    expect(await publish(shelfOf(one))).toMatchObject({ written: [], unchanged: 1 });
    expect(receipts).toHaveLength(1);
  });

  test('a file that is gone is written again, and the plan says that it was gone', async () => {
    await publish(shelfOf(one));
    unlinkSync(join(folder, 'one.md'));
    expect(await states(shelfOf(one))).toEqual({ 'one.md': 'gone' });
    expect((await publish(shelfOf(one))).written).toEqual(['one.md']);
  });

  test('an essay that is no longer published takes its file along, unless it was edited there', async () => {
    await publish(shelfOf(one, { slug: 'three' }, { slug: 'four' }));
    put('three.md', 'mine now');
    unlinkSync(join(folder, 'four.md'));
    expect(await states(shelfOf())).toEqual({
      'one.md': 'removed',
      'three.md': 'edited held',
      'four.md': 'removed',
    });
    const { removed, left } = await publish(shelfOf());
    expect([...removed].sort()).toEqual(['four.md', 'one.md']);
    expect(left.map(({ path }) => path)).toEqual(['three.md']);
    expect(readdirSync(folder)).toEqual(['three.md']);
    expect(receipts.map(({ path }) => path)).toEqual(['three.md']);
  });

  test('a change between plan and publishing is seen', async () => {
    await publish(shelfOf(one));
    const made = await plan(shelfOf({ ...one, revision: 2 }));
    put('one.md', 'mine now');
    const report = await carryOut(made);
    expect(report.left[0]?.reason).toBe('“one.md” was changed by someone else just now.');
    expect(inFolder('one.md')).toBe('mine now');
  });

  test('what is beside the published files is never touched', async () => {
    mkdirSync(join(folder, 'drafts'));
    put('drafts/x.md', 'x');
    put('index.md', 'y');
    await publish(shelfOf(one));
    await publish(shelfOf());
    expect(inFolder('drafts/x.md') + inFolder('index.md')).toBe('xy');
  });

  test('a folder or a link where a file should be is left, whatever the writer says', async () => {
    mkdirSync(join(folder, 'one.md'));
    symlinkSync('/etc/hostname', join(folder, 'two.md'));
    const replace = new Set(['one.md', 'two.md']);
    const { left } = await publish(shelfOf(one, two), {}, { replace });
    expect(left.map(({ reason }) => reason)).toEqual([
      '“one.md” is a folder there, not a file, so it was left as it is.',
      '“two.md” is a link there, not a file, so it was left as it is.',
    ]);
  });
});

describe('two essays for one name', () => {
  const same = (id: string, createdAt: string): Partial<Essay> => ({
    id: id as EssayId,
    slug: 'Straße',
    title: id,
    createdAt,
  });

  test('both are published, the older one under the name, and a note says so', async () => {
    const shelf = shelfOf(same('B', '2026-02-01T00:00:00Z'), same('A', '2026-01-01T00:00:00Z'), {
      ...same('C', '2026-03-01T00:00:00Z'),
      slug: 'STRASSE',
    });
    const made = await plan(shelf);
    expect(made.notes).toEqual([
      '“B” and “A” would both be “Straße.md”, so the first is published as “Straße-2.md”.',
      '“C” and “A” would both be “STRASSE.md”, so the first is published as “STRASSE-3.md”.',
    ]);
    const report = await carryOut(made);
    expect(report.essays).toEqual({ given: 3, published: 3 });
  });

  test('whoever has the name keeps it when an older one comes', async () => {
    await publish(shelfOf(same('B', '2026-02-01T00:00:00Z')));
    const shelf = shelfOf(same('A', '2026-01-01T00:00:00Z'), same('B', '2026-02-01T00:00:00Z'));
    expect(await states(shelf)).toEqual({ 'Straße-2.md': 'new', 'Straße.md': 'unchanged' });
    await publish(shelf);
    expect(await states(shelf)).toEqual({ 'Straße-2.md': 'unchanged', 'Straße.md': 'unchanged' });
  });
});

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
    symlinkSync(outside, join(folder, '_posts'));
    await expect(plan(shelfOf(one), { kind: 'jekyll' })).rejects.toMatchObject({
      code: 'invalid',
      message: expect.stringContaining('a link leads out of it'),
    });
    expect(readdirSync(outside)).toEqual([]);
    rmSync(outside, { recursive: true });
  });

  test('a folder that is itself a link is followed', async () => {
    const link = `${folder}-link`;
    symlinkSync(folder, link);
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
    expect(readdirSync(folder).sort()).toEqual([...report.written].sort());
    receipts = report.receipts;
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

test('what a file cannot hold is told', async () => {
  const { essay } = readMarkdownFile(Buffer.from('---\ntitle: One\n---\nx\n'), 'one.md');
  const latin = {
    ...essay,
    origin: { ...essay.origin!, encoding: 'windows-1252' },
    body: '日本\n',
  };
  const report = await publish(shelfOf({ ...latin, slug: 'one' }), { kind: 'markdown' });
  expect(report.notes).toEqual([
    {
      path: 'one.md',
      note: 'It came as windows-1252, which cannot hold the text as it is now: it is UTF-8.',
    },
  ]);
});

test('stopped, it leaves the rest and says so', async () => {
  const stopping = new AbortController();
  const slugs = Array.from({ length: 30 }, (_, at) => `essay-${at}`);
  const report = await publish(
    shelfOf(...slugs.map((slug) => ({ slug }))),
    {},
    { signal: stopping.signal, onReceipt: () => stopping.abort() },
  );
  expect(report.cancelled).toBe(true);
  expect(report.written.length).toBeLessThan(10);
  expect(report.written.length + report.left.length).toBe(slugs.length);
  expect(report.left.at(-1)).toEqual({
    path: 'essay-29.md',
    reason: 'Publishing was stopped before it came to this file.',
  });
  expect(readdirSync(folder).sort()).toEqual([...report.written].sort());
});

test('killed half way, the next run completes it without the receipts of the first', async () => {
  const site = { kind: 'site', baseUrl: 'https://example.com' } as const;
  const shelf = shelfOf(...['a', 'b', 'c'].map((slug) => ({ slug, tags: ['t'] })));
  const stopping = new AbortController();
  let count = 0;
  const first = await carryOut(await plan(shelf, site), {
    signal: stopping.signal,
    onReceipt: () => ++count === 5 && stopping.abort(),
  });
  expect(first.written.length).toBeGreaterThanOrEqual(5);
  expect(first.left.length).toBeGreaterThan(0);
  expect(receipts).toEqual([]);
  const report = await publish(shelf, site);
  expect(report.left).toEqual([]);
  expect(report.unchanged).toBe(first.written.length);
  expect(new Set(Object.values(await states(shelf, site)))).toEqual(new Set(['unchanged']));
});

test('the same revision gives the same bytes, and nothing that is unchanged is written again', async () => {
  const site = { kind: 'site', baseUrl: 'https://example.com' } as const;
  const shelf = shelfOf({ slug: 'a', series: 'S' }, { slug: 'b', series: 'S' }, { slug: 'c' });
  await publish(shelf, site);
  const before = receipts.map(({ path, sha256 }) => [
    path,
    sha256,
    statSync(join(folder, path)).ino,
  ]);
  const other = mkdtempSync(join(tmpdir(), 'other-'));
  const again = await carryOut(
    await planPublish(target({ ...site, folder: other }), shelf, [], { parts }),
  );
  expect(again.receipts.map(({ path, sha256 }) => [path, sha256])).toEqual(
    before.map(([path, sha]) => [path, sha]),
  );
  rmSync(other, { recursive: true });
  expect((await publish(shelf, site)).written).toEqual([]);
  expect(
    receipts.map(({ path, sha256 }) => [path, sha256, statSync(join(folder, path)).ino]),
  ).toEqual(before);
});

test('one changed essay of a site writes its page and what speaks of it', async () => {
  const site = { kind: 'site', baseUrl: 'https://example.com' } as const;
  const essays = ['a', 'b', 'c'].map((slug) => ({
    slug,
    tags: [slug],
    createdAt: '2026-01-01T00:00:00Z',
    excerpt: 'x',
    series: slug === 'c' ? '' : 'S',
  }));
  await publish(shelfOf(...essays), site);
  const changed = essays.map((essay) =>
    essay.slug === 'c' ? { ...essay, revision: 2, body: 'New words.\n' } : essay,
  );
  const report = await publish(shelfOf(...changed), site);
  expect([...report.written].sort()).toEqual(['atom.xml', 'essays/c.html', 'feed.json', 'rss.xml']);
});

import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, onTestFinished, test } from 'vitest';
import type { SearchHit } from '#contract/essay.ts';
import { changeBody } from '#library/essays/changeBody.ts';
import { createEssay, createEssays } from '#library/essays/createEssay.ts';
import { describeEssay } from '#library/essays/describeEssay.ts';
import { deleteEssaysForGood, restoreEssays, trashEssays } from '#library/essays/trash.ts';
import { openLibrary } from '#library/openLibrary.ts';
import { openSearch, type Search } from '#library/search/openSearch.ts';
import { addManyEssays, sampleEssays, temporaryLibrary } from '../support/library.ts';
import { typed } from '../support/typed.ts';
import { freshLibrary } from './freshLibrary.ts';
import { temporaryFolder } from './temporaryFolder.ts';

const workerUrl = new URL('../../electron/library/search/worker.ts', import.meta.url);

function searching(path: string): Search {
  const search = openSearch(path, workerUrl);
  onTestFinished(() => search.close());
  return search;
}

async function find(search: Search, text: string, limit = 20): Promise<readonly SearchHit[]> {
  // A question may find the index damaged: then it is made anew, and catches up once more.
  for (let tries = 0; tries < 3; tries++) {
    await search.caughtUp();
    const { hits, upToDate } = await search.find({ text, limit });
    if (upToDate) return hits;
  }
  throw new Error('The index does not catch up.');
}

const titles = (hits: readonly SearchHit[]) => hits.map((hit) => hit.title);
const marked = ({ sentence, marks }: SearchHit) =>
  marks.map(([from, to]) => sentence.slice(from, to));

describe('searching', () => {
  test('finds words of title, excerpt, tags and body as they are typed', async () => {
    const { library, path } = freshLibrary();
    createEssays(library, sampleEssays);
    const search = searching(path);
    expect(await find(search, 'migr')).toMatchObject([
      { title: 'What a Migration Costs', status: 'review', found: 'title', line: 0 },
    ]);
    expect(await find(search, 'pager')).toMatchObject([
      { found: 'excerpt', sentence: 'A pager that never rang.' },
    ]);
    expect(await find(search, 'postg')).toMatchObject([
      { found: 'tags', sentence: 'postgres · migration' },
    ]);
    expect(await find(search, 'weekend')).toMatchObject([
      { found: 'body', sentence: 'We moved nine terabytes in a weekend.', line: 0 },
    ]);
    expect(await find(search, 'never mentioned')).toEqual([]);
  });

  test('shows the hit in its sentence, marked, and at its line', async () => {
    const { library, path } = freshLibrary();
    const body = 'First line.\r\nSecond.\rThird line, where the needle is. And more.\n\nThe end.';
    createEssay(library, { title: 'Haystack', body });
    const [hit] = await find(searching(path), 'THE need');
    expect(hit).toMatchObject({
      found: 'body',
      sentence: 'Third line, where the needle is.',
      line: 2,
    });
    expect(hit && marked(hit)).toEqual(['the', 'need']);
  });

  test('begins a long title a little before the hit', async () => {
    const { library, path } = freshLibrary();
    const title =
      'On the many ways in which a lock that was thought to be correct for years can hand out';
    createEssay(library, { title: `${title} one lease to two owners. A report` });
    const [hit] = await find(searching(path), 'lease');
    expect(hit).toMatchObject({
      found: 'title',
      sentence:
        '…that was thought to be correct for years can hand out one lease to two owners. A report',
    });
    expect(hit && marked(hit)).toEqual(['lease']);
    expect(await find(searching(path), 'ways')).toMatchObject([
      { sentence: `${title} one lease to two owners. A report` },
    ]);
  });

  test('cuts a long sentence around the hit', async () => {
    const { library, path } = freshLibrary();
    createEssay(library, { body: `${'before '.repeat(2000)}needle${' after'.repeat(2000)}` });
    const [hit] = await find(searching(path), 'needle');
    expect(hit?.sentence.length).toBeLessThanOrEqual(164);
    expect(hit?.sentence).toMatch(/^…before .* needle after .*…$/);
    expect(hit && marked(hit)).toEqual(['needle']);
  });

  test('puts hits in titles first, then those in excerpt or tags', async () => {
    const { library, path } = freshLibrary();
    createEssays(library, [
      { title: 'Body', body: 'kafka kafka kafka' },
      { title: 'Tag', tags: ['kafka'] },
      { title: 'Kafka' },
      { title: 'Excerpt', excerpt: 'About kafka.' },
    ]);
    const found = titles(await find(searching(path), 'kafka'));
    expect(found[0]).toBe('Kafka');
    expect(found.slice(1, 3).sort()).toEqual(['Excerpt', 'Tag']);
    expect(found[3]).toBe('Body');
  });

  test('wants every word, wherever in the essay it is', async () => {
    const { library, path } = freshLibrary();
    createEssays(library, [
      { title: 'Kafka', body: 'a lag of hours' },
      { title: 'Kafka', body: 'nothing' },
    ]);
    expect(await find(searching(path), 'kafka lag')).toHaveLength(1);
  });

  test('gives at most as many hits as asked for, each essay once', async () => {
    const { library, path } = freshLibrary();
    addManyEssays(library, 200);
    const search = searching(path);
    const hits = await find(search, 'e', 30);
    expect(new Set(hits.map((hit) => hit.id)).size).toBe(30);
    expect(await find(search, 'queue', 7)).toHaveLength(7);
    expect(titles(await find(search, 'body121'))).toEqual(['On essay121 and what followed']);
  });

  test('takes anything a person can type', async () => {
    const { library, path } = freshLibrary();
    createEssays(library, sampleEssays);
    const search = searching(path);
    await search.caughtUp();
    await fc.assert(
      fc.asyncProperty(fc.string({ unit: 'binary', maxLength: 30 }), async (text) => {
        for (const hit of (await search.find({ text, limit: 5 })).hits) {
          for (const [from, to] of hit.marks) {
            expect(0 <= from && from < to && to <= hit.sentence.length).toBe(true);
          }
        }
      }),
      { numRuns: 60 },
    );
  });

  test('a question that a newer one overtakes is dropped', async () => {
    const { library, path } = freshLibrary();
    createEssays(library, sampleEssays);
    const search = searching(path);
    await search.caughtUp();
    const asked = ['n', 'ni', 'nig', 'night'].map((text) => search.find({ text, limit: 5 }));
    const outcomes = await Promise.allSettled(asked);
    expect(outcomes.map((outcome) => outcome.status)).toEqual([
      'fulfilled',
      'rejected',
      'rejected',
      'fulfilled',
    ]);
    expect(outcomes[1]).toMatchObject({ reason: { code: 'cancelled' } });
  });
});

describe('a question', () => {
  const texts = [
    'Le café du coin',
    'ÜBER das Messen',
    'A nai\u0308ve plan',
    'データベースの移行について',
    '한국어데이터베이스',
    '今日からRust入門',
    'PRAGMA max_page_count = 5',
    'Don’t panic',
    'Modern C++ in anger',
    'and near title night queue',
  ];
  const { library, path, remove } = temporaryLibrary();
  const search = openSearch(path, workerUrl);
  beforeAll(async () => {
    createEssays(
      library,
      texts.map((title) => ({ title })),
    );
    await search.caughtUp();
  });
  afterAll(async () => {
    await search.close();
    remove();
  });

  test.each([
    ['cafe', 'Le café du coin'],
    ['CAFÉ DU', 'Le café du coin'],
    ['uber', 'ÜBER das Messen'],
    ['naïve', 'A nai\u0308ve plan'],
    ['移行', 'データベースの移行について'],
    ['ベース', 'データベースの移行について'],
    ['데이터', '한국어데이터베이스'],
    ['Rust入門', '今日からRust入門'],
    ['max_page_count', 'PRAGMA max_page_count = 5'],
    ["don't", 'Don’t panic'],
    ['modern c++', 'Modern C++ in anger'],
    ['AND', 'and near title night queue'],
    ['night AND', 'and near title night queue'],
    ['NEAR(night queue)', 'and near title night queue'],
    ['title:night', 'and near title night queue'],
    ['"night', 'and near title night queue'],
    ['nig*', 'and near title night queue'],
  ])('%j finds %j and marks it: it is words, not a query language', async (text, title) => {
    const { hits } = await search.find({ text, limit: 1 });
    expect(titles(hits)).toEqual([title]);
    expect(hits[0]?.marks.length).toBeGreaterThan(0);
  });

  test.each(['', ' ', '"', '*', '()', '🦜', '-', '😀 "" ^'])('%j finds nothing', async (text) => {
    expect((await search.find({ text, limit: 5 })).hits).toEqual([]);
  });
});

describe('the index', () => {
  test('follows every change, without being told', async () => {
    const { library, path } = freshLibrary();
    const search = searching(path);
    const { id } = createEssay(library, { title: 'First', body: 'alpha' });
    const found = async (text: string) => titles((await search.find({ text, limit: 5 })).hits);
    expect(await found('alpha')).toEqual(['First']);
    changeBody(library, { id, baseRevision: 1, steps: typed([[5, 'beta']]) });
    expect(await found('alpha')).toEqual([]);
    expect(await found('beta')).toEqual(['First']);
    describeEssay(library, id, { title: 'Second' });
    expect(await found('first')).toEqual([]);
    expect(await found('second')).toEqual(['Second']);
    trashEssays(library, [id]);
    expect(await found('beta')).toEqual([]);
    restoreEssays(library, [id]);
    expect(await found('beta')).toEqual(['Second']);
    trashEssays(library, [id]);
    deleteEssaysForGood(library, [id]);
    expect(await found('beta')).toEqual([]);
  });

  test('is a file beside the library that is used again', async () => {
    const { library, path } = freshLibrary();
    createEssays(library, sampleEssays);
    const first = openSearch(path, workerUrl);
    await find(first, 'night');
    await first.close();
    const before = readFileSync(`${path}.search`);
    expect(titles(await find(searching(path), 'night'))).toEqual(['The Night the Queue Stopped']);
    expect(readFileSync(`${path}.search`).equals(before)).toBe(true);
  });

  test.each<[string, (index: Buffer) => Buffer]>([
    ['is not a database', () => Buffer.from('nonsense '.repeat(1000))],
    ['is cut short', (index) => index.subarray(0, 5000)],
    ['is damaged in the middle', (index) => Buffer.from(index).fill(0xee, 4096 * 3, 4096 * 8)],
    [
      'is of another version',
      (index) => {
        const other = Buffer.from(index);
        other.writeUInt32BE(99, 60);
        return other;
      },
    ],
  ])('that %s is made anew', async (_, alter) => {
    const { library, path } = freshLibrary();
    createEssays(library, sampleEssays);
    const first = openSearch(path, workerUrl);
    await first.caughtUp();
    await first.close();
    writeFileSync(`${path}.search`, alter(readFileSync(`${path}.search`)));
    const search = searching(path);
    expect(titles(await find(search, 'night'))).toEqual(['The Night the Queue Stopped']);
    expect(titles(await find(search, 'weekend'))).toEqual(['What a Migration Costs']);
  });

  test('of another library at the same path is made anew', async () => {
    const { library, path } = freshLibrary();
    createEssay(library, { title: 'Here' });
    const elsewhere = openLibrary(join(temporaryFolder(), 'other.longhand'));
    createEssay(elsewhere, { title: 'Elsewhere' });
    const other = openSearch(elsewhere.path, workerUrl);
    await other.caughtUp();
    await other.close();
    elsewhere.close();
    writeFileSync(`${path}.search`, readFileSync(`${elsewhere.path}.search`));
    const search = searching(path);
    expect(await find(search, 'elsewhere')).toEqual([]);
    expect(titles(await find(search, 'here'))).toEqual(['Here']);
  });

  test('that is half made already answers, and says that there may be more', async () => {
    const { library, path } = freshLibrary();
    addManyEssays(library, 300);
    const search = searching(path);
    const early = await search.find({ text: 'essay', limit: 300 });
    expect(early.hits.length).toBeGreaterThan(0);
    expect(early.hits.length).toBeLessThan(300);
    expect(early.upToDate).toBe(false);
    await search.caughtUp();
    const late = await search.find({ text: 'essay', limit: 300 });
    expect(late.hits).toHaveLength(300);
    expect(late.upToDate).toBe(true);
  });
});

describe('a search worker', () => {
  test('that dies fails what was asked of it, and another takes its place', async () => {
    const folder = temporaryFolder();
    const { library, path } = freshLibrary();
    createEssays(library, sampleEssays);
    const flag = join(folder, 'died');
    const mortal = join(folder, 'mortal.mjs');
    writeFileSync(
      mortal,
      `import { existsSync, writeFileSync } from 'node:fs';
       import { parentPort } from 'node:worker_threads';
       if (existsSync(${JSON.stringify(flag)})) await import(${JSON.stringify(workerUrl.href)});
       else parentPort.on('message', () => { writeFileSync(${JSON.stringify(flag)}, ''); throw new Error('dying'); });`,
    );
    const search = openSearch(path, new URL(`file://${mortal}`));
    onTestFinished(() => search.close());
    await expect(search.find({ text: 'night', limit: 5 })).rejects.toMatchObject({
      code: 'unexpected',
    });
    expect(existsSync(flag)).toBe(true);
    expect(await find(search, 'night')).toHaveLength(1);
  });

  test('whose library is gone says so', async () => {
    const search = searching(join(temporaryFolder(), 'missing.longhand'));
    await expect(search.find({ text: 'night', limit: 5 })).rejects.toMatchObject({
      name: 'StudioError',
    });
  });

  test('is asked nothing after it was closed', async () => {
    const { path } = freshLibrary();
    const search = openSearch(path, workerUrl);
    await search.caughtUp();
    await search.close();
    search.refresh();
    await expect(search.find({ text: 'night', limit: 5 })).rejects.toMatchObject({
      name: 'StudioError',
    });
  });
});

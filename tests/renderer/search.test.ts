import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import type { EssayId } from '#contract/essay.ts';
import type { SearchAnswer } from '#contract/search.ts';
import { createNotices } from '#renderer/state/notices.ts';
import { createSearch, type Search } from '#renderer/state/search.ts';
import type { Ask } from '#renderer/studio.ts';

/** What was asked and waits for its answer, by text. */
let waiting: Map<string, (answer: SearchAnswer) => void>;
let search: Search;

beforeEach(() => {
  waiting = new Map();
  const ask = ((_channel: string, { text }: { text: string }) =>
    new Promise((resolve) => waiting.set(text, resolve))) as unknown as Ask;
  search = createSearch(ask, createNotices());
});

async function answer(text: string, ...titles: string[]): Promise<void> {
  waiting.get(text)?.({ hits: titles.map(hit), upToDate: true });
  await Promise.resolve();
  await new Promise((resolve) => setTimeout(resolve, 0));
}

function hit(title: string): SearchAnswer['hits'][number] {
  return {
    id: title as EssayId,
    title,
    status: 'draft',
    found: 'title',
    sentence: title,
    marks: [],
    line: 0,
  };
}
const found = () => search.store.getState().hits?.map((hit) => hit.title) ?? null;

test('an answer that comes after a later text was typed is dropped', async () => {
  search.type('ind');
  search.type('index');
  await answer('index', 'The index');
  await answer('ind', 'India');
  expect(found()).toEqual(['The index']);
});

test('the hits before stand until the next ones come, so that the list does not flicker', async () => {
  search.type('a');
  await answer('a', 'A');
  search.type('ab');
  expect(found()).toEqual(['A']);
});

test('clearing ends the search, whatever is still on its way', async () => {
  search.type('a');
  search.clear();
  await answer('a', 'A');
  expect(search.store.getState()).toMatchObject({ text: '', hits: null, cursor: 0 });
});

test('spaces alone search for nothing and stay in the field', () => {
  search.type('  ');
  expect(waiting.size).toBe(0);
  expect(search.store.getState().text).toBe('  ');
});

test('searching again after a change keeps the row that keys are at', async () => {
  search.type('a');
  await answer('a', 'A', 'B', 'C');
  search.moveTo(2);
  search.refresh();
  await answer('a', 'A', 'B');
  expect(search.store.getState().cursor).toBe(1);
});

test('while the writer types only the first hits are asked for, the others after a pause', async () => {
  vi.useFakeTimers();
  const limits: number[] = [];
  const titles = (limit: number) => Array.from({ length: limit }, (_, place) => hit(`${place}`));
  const ask = (async (_channel: string, { limit }: { limit: number }) => {
    limits.push(limit);
    return { hits: titles(Math.min(limit, 120)), upToDate: true };
  }) as unknown as Ask;
  search = createSearch(ask, createNotices());

  search.type('t');
  await vi.advanceTimersByTimeAsync(100);
  search.type('th');
  await vi.advanceTimersByTimeAsync(100);
  const first = limits[0]!;
  expect(limits).toEqual([first, first]);
  expect(search.store.getState().complete).toBe(false);

  search.moveTo(3);
  await vi.advanceTimersByTimeAsync(2_000);
  expect(limits[2]).toBeGreaterThan(first);
  expect(found()).toHaveLength(120);
  expect(search.store.getState()).toMatchObject({ complete: true, cursor: 3 });
});

test('while the library is still being read it says so, and asks until all of it was read', async () => {
  vi.useFakeTimers();
  const answers: SearchAnswer[] = [
    { hits: [], upToDate: false },
    { hits: [hit('A'), hit('B')], upToDate: false },
    { hits: [hit('A'), hit('B'), hit('C')], upToDate: true },
  ];
  const left = [...answers];
  search = createSearch((async () => left.shift()) as unknown as Ask, createNotices());

  search.type('word');
  for (const { hits, upToDate } of answers) {
    await vi.advanceTimersByTimeAsync(1);
    expect(search.store.getState()).toMatchObject({
      hits,
      complete: upToDate,
      reading: !upToDate,
    });
    await vi.advanceTimersByTimeAsync(400);
  }
  expect(left).toEqual([]);
});

test('nothing is asked any more once the search has ended', async () => {
  vi.useFakeTimers();
  let asked = 0;
  const ask = (async () => {
    asked += 1;
    return { hits: [], upToDate: false };
  }) as unknown as Ask;
  search = createSearch(ask, createNotices());
  search.type('word');
  await vi.advanceTimersByTimeAsync(1);
  search.clear();
  await vi.advanceTimersByTimeAsync(10_000);
  expect(asked).toBe(1);
});

afterEach(() => {
  vi.useRealTimers();
});

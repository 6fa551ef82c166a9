import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import type { EssayId, SearchHit } from '#contract/essay.ts';
import { createNotices } from '#renderer/state/notices.ts';
import { createSearch, type Search } from '#renderer/state/search.ts';
import type { Ask } from '#renderer/studio.ts';

/** What was asked and waits for its answer, by text. */
let waiting: Map<string, (hits: SearchHit[]) => void>;
let search: Search;

beforeEach(() => {
  waiting = new Map();
  const ask = ((_channel: string, { text }: { text: string }) =>
    new Promise((resolve) => waiting.set(text, resolve))) as unknown as Ask;
  search = createSearch(ask, createNotices());
});

async function answer(text: string, ...titles: string[]): Promise<void> {
  waiting.get(text)?.(
    titles.map((title) => ({
      id: title as EssayId,
      title,
      status: 'draft',
      found: 'title',
      sentence: title,
      marks: [],
      line: 0,
    })),
  );
  await Promise.resolve();
  await new Promise((resolve) => setTimeout(resolve, 0));
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
  const titles = (limit: number) =>
    Array.from({ length: limit }, (_, place) => ({ title: `${place}` }));
  const ask = (async (_channel: string, { limit }: { limit: number }) => {
    limits.push(limit);
    return titles(Math.min(limit, 120));
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

afterEach(() => {
  vi.useRealTimers();
});

import { openSearch } from '#library/search/openSearch.ts';
import { launchStudio } from '../../support/studio.ts';
import { sentences } from '../documents.ts';
import type { Effort, Figure } from '../figure.ts';
import type { Workshop } from '../libraries.ts';
import { quantile } from '../statistics.ts';

/** As many as the window asks for while one types. */
const limit = 40;
const bound = { kind: 'at most', value: 50 } as const;

/** A large library's first results, asked of the search itself and typed into the window. */
export async function searching(effort: Effort, workshop: Workshop): Promise<Figure[]> {
  const library = await workshop.large(effort.essays);
  return [await askSearch(library, effort), await typeIntoField(library, effort)];
}

async function askSearch(library: string, effort: Effort): Promise<Figure> {
  const worker = new URL('../../../electron/library/search/worker.ts', import.meta.url);
  const search = openSearch(library, worker);
  try {
    await search.caughtUp();
    const time = async (text: string) => {
      const start = performance.now();
      await search.find({ text, limit });
      return performance.now() - start;
    };
    const asked = questions(effort.questions);
    for (const text of asked.slice(0, 50)) await time(text);
    const times: { text: string; took: number }[] = [];
    const floor: number[] = [];
    for (const text of asked) {
      times.push({ text, took: await time(text) });
      if (times.length % 10 === 0) floor.push(await time('zxqvjw'));
    }
    const slowest = times.toSorted((a, b) => b.took - a.took).slice(0, 20);
    const took = times.map((one) => one.took);
    return {
      name: `search, ${effort.essays} essays, any prefix, word or phrase, p95`,
      unit: 'ms',
      value: quantile(took, 0.95),
      beside: { name: 'a word that is nowhere', value: quantile(floor, 0.95) },
      bound,
      detail: {
        asked: asked.length,
        median: quantile(took, 0.5),
        p99: quantile(took, 0.99),
        slowest,
      },
    };
  } finally {
    await search.close();
  }
}

/** All beginnings of one and two letters, then in equal parts beginnings of three, words, and phrases left unfinished. */
function questions(count: number): string[] {
  const random = seeded(7);
  const words = vocabulary();
  const beginnings = (length: number) => [...new Set(words.map((word) => word.slice(0, length)))];
  const lines = sentences();
  const phrases = Array.from({ length: count }, () => {
    const said = lines[Math.floor(random() * lines.length)]!.split(' ');
    const from = Math.floor(random() * Math.max(1, said.length - 4));
    return said
      .slice(from, from + 2 + Math.floor(random() * 3))
      .join(' ')
      .slice(0, -1);
  });
  const part = Math.ceil(count / 3);
  return shuffled(
    [
      ...beginnings(1),
      ...shuffled(beginnings(2), random).slice(0, count),
      ...shuffled(beginnings(3), random).slice(0, part),
      ...shuffled(words, random).slice(0, part),
      ...phrases.slice(0, part),
    ],
    random,
  );
}

function vocabulary(): string[] {
  return [
    ...new Set(
      sentences()
        .join(' ')
        .toLowerCase()
        .match(/[a-z]{3,}/g),
    ),
  ];
}

/** Words typed letter by letter, each letter after the answer to the one before. */
async function typeIntoField(library: string, effort: Effort): Promise<Figure> {
  const studio = await launchStudio({ library });
  const { page } = studio;
  try {
    await page.waitForSelector('.essay-row');
    await page.click('#library-search');
    await page.evaluate(watchResults);
    const random = seeded(11);
    const words = shuffled(vocabulary(), random);
    const times: { text: string; took: number | null }[] = [];
    const floor: number[] = [];
    const press = async (text: string) => {
      await page.evaluate(() => (globalThis as unknown as Watch).awaitKey());
      await page.keyboard.press(text.at(-1)!);
      const { found, field } = await page.evaluate(() => (globalThis as unknown as Watch).times());
      times.push({ text, took: found });
      floor.push(field);
      await page.waitForTimeout(30 + Math.random() * 40);
    };
    const letters = Math.ceil(effort.questions / 4);
    while (times.length < letters) {
      const word = words.pop()!.slice(0, 5);
      for (let end = 1; end <= word.length; end++) await press(word.slice(0, end));
      await page.keyboard.press('Escape');
      await page.waitForTimeout(200);
    }
    const took = times.map((one) => one.took).filter((one) => one !== null);
    const unchanged = times.length - took.length;
    if (unchanged > times.length / 20) throw new Error(`${unchanged} letters showed no results.`);
    return {
      name: `search in the window, key to first results, p95`,
      unit: 'ms',
      value: quantile(took, 0.95),
      beside: { name: 'key to the field', value: quantile(floor, 0.95) },
      bound,
      detail: {
        letters: times.length,
        unchanged,
        median: quantile(took, 0.5),
        slowest: times.toSorted((a, b) => (b.took ?? 0) - (a.took ?? 0)).slice(0, 20),
      },
    };
  } finally {
    await studio.discard();
  }
}

interface Watch {
  /** Waits for a key from now on. */
  awaitKey: () => void;
  /** From that key to the paint of the results and of the field; null when no result changed in a second. */
  times: () => Promise<{ found: number | null; field: number }>;
}

function watchResults(): void {
  const painted = () =>
    new Promise<number>((done) => {
      requestAnimationFrame(() => {
        const { port1, port2 } = new MessageChannel();
        port1.onmessage = () => done(performance.now());
        port2.postMessage(null);
      });
    });
  let key = 0;
  let typed: (() => void) | null = null;
  let changed: (() => void) | null = null;
  addEventListener('keydown', (event) => (key = event.timeStamp), true);
  addEventListener('input', () => typed?.(), true);
  const isResult = ({ target, addedNodes }: MutationRecord) => {
    const element = target instanceof Element ? target : target.parentElement;
    if (element?.closest('.hit-row, .search-count')) return element.textContent !== '';
    return [...addedNodes].some(
      (node) =>
        node instanceof Element && (node.matches('.hit-row') || node.querySelector('.hit-row')),
    );
  };
  new MutationObserver((records) => {
    if (records.some(isResult)) changed?.();
  }).observe(document.querySelector('.library')!, {
    subtree: true,
    childList: true,
    characterData: true,
  });
  const take = async (field: Promise<number>, results: Promise<number>) => {
    const shown = (await field) - key;
    const found = await Promise.race([
      results,
      new Promise<null>((late) => setTimeout(late, 1_000, null)),
    ]);
    return { found: found === null ? null : found - key, field: shown };
  };
  let times: ReturnType<Watch['times']>;
  const watch: Watch = {
    awaitKey() {
      const field = new Promise<void>((done) => (typed = done)).then(painted);
      const results = new Promise<void>((done) => (changed = done)).then(painted);
      times = take(field, results);
    },
    times: () => times,
  };
  Object.assign(globalThis, watch);
}

/** Mulberry32: the same numbers at every run. */
function seeded(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}

function shuffled<T>(list: readonly T[], random: () => number): T[] {
  return list
    .map((item) => ({ item, place: random() }))
    .sort((a, b) => a.place - b.place)
    .map(({ item }) => item);
}

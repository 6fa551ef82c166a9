import fc from 'fast-check';
import { type EssayId, type Source, sources } from '#contract/essay.ts';
import type { Entry, Step } from '#contract/history.ts';

/** An essay's history, and its text after each moment by plain replacing in a string. */
export interface PastLife {
  readonly entries: readonly Entry[];
  readonly texts: readonly string[];
}

/** The first entry of an essay that began with a text. */
export function beginning(body: string, at = 1_000): Entry {
  const description = {
    title: 'T',
    slug: 't',
    excerpt: '',
    tags: [],
    series: '',
    seriesPlace: null,
    status: 'draft',
    language: 'en',
    createdAt: '2026-01-01T00:00:00.000Z',
    publishedAt: null,
    canonicalUrl: '',
    coverImage: '',
    coverAlt: '',
    slugIsSet: false,
    frontMatter: '',
    origin: null,
  } as const;
  return { at, start: { from: 'created', id: 'x' as EssayId, description, body } };
}

/** An entry for each text after the first: the one change that makes it of the one before. */
export function lifeThrough(texts: readonly string[], apart = 1_000): Entry[] {
  return texts.map((text, index): Entry => {
    const at = 1_000 + index * apart;
    if (index === 0) return beginning(text, at);
    return { at, text: [[0, 'typed', ...differing(texts[index - 1]!, text)]] };
  });
}

function differing(before: string, after: string): [number, number, string] {
  let start = 0;
  while (start < Math.min(before.length, after.length) && before[start] === after[start]) start++;
  let end = 0;
  const most = Math.min(before.length, after.length) - start;
  while (end < most && before.at(-1 - end) === after.at(-1 - end)) end++;
  return [start, before.length - end - start, after.slice(start, after.length - end)];
}

const words = fc.constantFrom(
  'a',
  'lease',
  'The',
  ' ',
  '\n',
  '\n\n',
  '- ',
  'ß',
  '漢字',
  '👩‍🔬',
  'İ',
);

interface Draw {
  readonly source: Source;
  readonly places: readonly {
    readonly at: number;
    readonly goes: number;
    readonly comes: string;
  }[];
  readonly pause: number;
  readonly entry: 'new' | 'same' | 'fields' | 'named';
}

const draw: fc.Arbitrary<Draw> = fc.record({
  source: fc.constantFrom(...sources),
  places: fc.array(fc.record({ at: fc.nat(60), goes: fc.nat(8), comes: words }), {
    minLength: 1,
    maxLength: 3,
  }),
  pause: fc.constantFrom(0, 40, 700, 3_600_000, -7_200_000),
  entry: fc.constantFrom('new', 'new', 'same', 'fields', 'named'),
});

/** Lives of essays as they are led: several edits in a change, several changes in an entry, clocks that go back. */
export const pastLives: fc.Arbitrary<PastLife> = fc
  .tuple(fc.array(words, { maxLength: 6 }), fc.array(draw, { maxLength: 60 }))
  .map(([start, draws]) => {
    const entries: Entry[] = [beginning(start.join(''))];
    const texts = [start.join('')];
    let at = 1_000;
    let steps: Step[] = [];
    const close = () => {
      if (steps.length > 0) entries.push({ at, text: steps });
      steps = [];
    };
    for (const { source, places, pause, entry } of draws) {
      at += pause;
      const before = texts.at(-1)!;
      if (entry === 'fields' || entry === 'named') {
        close();
        if (entry === 'fields') entries.push({ at, fields: { title: `T${at}` } });
        else entries.push({ at, named: { name: `N${at}`, note: '' } });
        texts.push(before);
        continue;
      }
      const { edits, after } = edited(before, places);
      if (entry === 'new') close();
      steps.push([0, source, ...edits]);
      texts.push(after);
    }
    close();
    return { entries, texts };
  });

function edited(before: string, places: Draw['places']) {
  const edits: (number | string)[] = [];
  let after = '';
  let reached = 0;
  for (const { at, goes, comes } of [...places].sort((one, other) => one.at - other.at)) {
    const from = Math.max(reached, Math.min(at, before.length));
    const to = Math.min(before.length, from + goes);
    edits.push(from, to - from, comes);
    after += before.slice(reached, from) + comes;
    reached = to;
  }
  return { edits, after: after + before.slice(reached) };
}

import { Text } from '@codemirror/state';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { Entry } from '#contract/history.ts';
import { changeBetween } from '#renderer/history/changeBetween.ts';
import { findInPast, folded } from '#renderer/history/findInPast.ts';
import { lineDifference } from '#renderer/history/lineDifference.ts';
import { createPast, type Past } from '#renderer/history/past.ts';
import { longPause, sessionAt, sessionsOf } from '#renderer/history/sessions.ts';
import { beginning, lifeThrough, pastLives } from '../support/pastLife.ts';

test('the text at every moment is the one that replaying plainly gives', () => {
  fc.assert(
    fc.property(pastLives, ({ entries, texts }) => {
      const past = pastOf(entries);
      expect(past.moments.length).toBe(texts.length);
      texts.forEach((text, moment) => {
        expect(past.text(moment).toString()).toBe(text);
      });
      // Backwards nothing is near that was asked for before.
      for (let moment = texts.length - 1; moment >= 0; moment--) {
        expect(past.text(moment).toString()).toBe(texts[moment]);
      }
    }),
    { numRuns: 200 },
  );
});

test('between texts that are kept, thousands of moments apart, every text is the plain one', () => {
  const texts = Array.from(
    { length: 2_000 },
    (_, count) => 'one word after another '.repeat(3) + count,
  );
  const past = pastOf(lifeThrough(texts));
  for (const moment of [0, 249, 250, 251, 1_999, 499, 500, 1_250, 1_251, 3]) {
    expect(past.text(moment).toString()).toBe(texts[moment]);
  }
});

test('the change between any two moments leads from one text to the other', () => {
  fc.assert(
    fc.property(pastLives, fc.nat(), fc.nat(), ({ entries, texts }, one, other) => {
      const past = pastOf(entries);
      const [from, to] = [one % texts.length, other % texts.length];
      const change = changeBetween(past, from, to);
      expect(change.apply(past.text(from)).toString()).toBe(texts[to]);
    }),
    { numRuns: 500 },
  );
});

test('the difference by lines makes one text of any other', () => {
  const line = fc.constantFrom('', 'a', 'b', 'ab', 'a line of words', 'a line of other words');
  const text = fc.array(line, { minLength: 1, maxLength: 12 });
  fc.assert(
    fc.property(text, text, (one, other) => {
      const change = lineDifference(Text.of(one), Text.of(other));
      expect(change.apply(Text.of(one)).toString()).toBe(other.join('\n'));
    }),
    { numRuns: 2_000 },
  );
});

test('title and the like are those of the moment', () => {
  const past = pastOf([
    beginning('x'),
    { at: 2_000, fields: { title: 'Second' } },
    { at: 3_000, text: [[0, 'typed', 1, 0, 'y']] },
    { at: 4_000, fields: { title: 'Third', tags: ['locks'] } },
  ]);
  expect([0, 1, 2, 3].map((moment) => past.fields(moment).title)).toEqual([
    'T',
    'Second',
    'Second',
    'Third',
  ]);
  expect(past.fields(3).tags).toEqual(['locks']);
  expect(past.fields(3).status).toBe('draft');
});

test('a change that does not fit is refused, and what came before it stands', () => {
  const past = pastOf([beginning('short')]);
  expect(() => past.add({ at: 2_000, text: [[0, 'typed', 99, 0, 'x']] })).toThrow(RangeError);
  expect(() => past.add(beginning('again'))).toThrow(RangeError);
  expect(past.moments.length).toBe(1);
  expect(past.text(0).toString()).toBe('short');
  past.add({ at: 2_000, text: [[0, 'typed', 5, 0, 'er']] });
  expect(past.text(1).toString()).toBe('shorter');
});

test('any line break of an imported file counts as one', () => {
  const past = pastOf([
    beginning('one\r\ntwo\rthree'),
    { at: 2_000, text: [[0, 'typed', 4, 3, 'II']] },
  ]);
  expect(past.text(1).toString()).toBe('one\nII\nthree');
});

test('a pause of half an hour ends a session; moments keep their order when the clock is set back', () => {
  const minute = 60_000;
  const past = pastOf([
    beginning('', 0),
    typed(5 * minute, 'a'),
    typed(20 * minute, 'b', 'pasted'),
    typed(20 * minute + longPause + 1, 'c'),
    { at: 52 * minute, named: { name: 'Sent to Ana', note: '' } },
    // The clock is set back by a day, then by a little.
    typed(52 * minute - 24 * 60 * minute, 'd'),
    typed(50 * minute - 24 * 60 * minute, 'e'),
  ]);
  const sessions = sessionsOf(past.moments);
  expect(sessions.map(({ first, last }) => [first, last])).toEqual([
    [0, 2],
    [3, 4],
    [5, 6],
  ]);
  expect(sessions[0]).toMatchObject({ length: 20 * minute, sources: { typed: 1, pasted: 1 } });
  expect(sessions[1]!.names).toEqual([4]);
  expect(sessions[2]!.length).toBe(0);
  expect([0, 1, 2, 3, 4, 5, 6].map((moment) => sessionAt(sessions, moment))).toEqual([
    0, 0, 0, 1, 1, 2, 2,
  ]);
});

test('sessions hold every moment once, in order', () => {
  fc.assert(
    fc.property(pastLives, ({ entries }) => {
      const { moments } = pastOf(entries);
      const sessions = sessionsOf(moments);
      const held = sessions.flatMap(({ first, last }) =>
        Array.from({ length: last - first + 1 }, (_, index) => first + index),
      );
      expect(held).toEqual(moments.map((_, index) => index));
    }),
  );
});

test('a sentence is found where its last letter came and where its first went', async () => {
  const sentence = 'Nobody had drawn the loop.';
  const texts = [''];
  for (const letter of sentence) texts.push(texts.at(-1)! + letter);
  const written = texts.length - 1;
  texts.push(`${sentence} More.`, ` More.`, `NOBODY HAD DRAWN THE LOOP. More.`);
  const past = pastOf(lifeThrough(texts));
  const hits = await find(past, 'nobody had drawn the loop.');
  expect(hits.map(({ moment, by }) => [moment, by])).toEqual([
    [written, 1],
    [written + 2, -1],
    [written + 3, 1],
  ]);
  expect(hits[1]!.line).toBe(`${sentence} More.`);
});

test('what is found is exact at every moment of any life', async () => {
  const wanted = fc.constantFrom('a', 'aa', 'lease', 'the', 'ß', '漢字', 'e a', 'i̇', 'İ');
  await fc.assert(
    fc.asyncProperty(pastLives, wanted, async ({ entries, texts }, query) => {
      const hits = await find(pastOf(entries), query);
      const by = new Map(hits.map((hit) => [hit.moment, hit.by]));
      let before = 0;
      texts.forEach((text, moment) => {
        const now = plainCount(folded(text), folded(query));
        expect(by.get(moment) ?? 0).toBe(now - before);
        before = now;
      });
    }),
    { numRuns: 300 },
  );
});

function pastOf(entries: readonly Entry[]): Past {
  const past = createPast();
  for (const entry of entries) past.add(entry);
  return past;
}

function typed(at: number, letter: string, source: 'typed' | 'pasted' = 'typed'): Entry {
  return { at, text: [[0, source, 0, 0, letter]] };
}

function find(past: Past, wanted: string) {
  return findInPast(past, wanted, { onHits: () => {}, isWanted: () => true });
}

function plainCount(text: string, query: string): number {
  let count = 0;
  for (let at = 0; at < text.length; at++) if (text.startsWith(query, at)) count++;
  return count;
}

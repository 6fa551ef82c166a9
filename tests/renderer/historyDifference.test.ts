import { Text } from '@codemirror/state';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { shortestEdits } from '#renderer/history/shortestEdits.ts';
import { type Difference, wordDifference } from '#renderer/history/wordDifference.ts';
import { piecesOf } from '#renderer/history/words.ts';

test('a word that was exchanged is told as that word, with its count', () => {
  const difference = compare('The lease outlived its owner.', 'The lock outlived its owner.');
  expect(inWords(difference)).toBe('The [-lease][+lock] outlived its owner.');
  expect([difference.came, difference.gone]).toEqual([1, 1]);
});

test('words put in are told without those around them', () => {
  expect(inWords(compare('We measured.', 'We measured, and found little.'))).toBe(
    'We measured[+, and found little].',
  );
});

test('a sentence written anew is told whole, not in crumbs', () => {
  expect(inWords(compare('It was a cold day.', 'They had a hot night.'))).toBe(
    '[-It was a cold day][+They had a hot night].',
  );
});

test('paragraphs that came and went are told as paragraphs; the rest is the same', () => {
  const difference = compare('One.\n\nTwo.\n\nThree.', 'One.\n\nThree.\n\nFour.');
  expect(difference.blocks.map(({ kind }) => kind)).toEqual(['same', 'changed', 'same', 'changed']);
  expect([difference.came, difference.gone]).toEqual([1, 1]);
});

test('Chinese and Japanese are told by the character, letters with marks as one', () => {
  expect(inWords(compare('分散システムの話', '分散処理の話'))).toBe('分散[-システム][+処理]の話');
  expect(piecesOf('don’t cafe\u0301 x')).toEqual(['don’t', ' ', 'cafe\u0301', ' ', 'x']);
});

test('put together, what is told is both texts, whatever they are', () => {
  const word = fc.constantFrom(
    'a',
    'the',
    'lease',
    ' ',
    ' ',
    '\n',
    '\n\n',
    '.',
    '漢',
    '👩‍🔬',
    '\t',
  );
  const text = fc.array(word, { maxLength: 40 }).map((words) => words.join(''));
  fc.assert(
    fc.property(text, text, (one, other) => {
      const { blocks } = compare(one, other);
      const side = (left: 'gone' | 'came') =>
        blocks.flatMap((block) => {
          if (block.kind === 'same') return block.lines;
          if (!block[left === 'gone' ? 'hadLines' : 'hasLines']) return [];
          return block.parts
            .filter(({ kind }) => kind === 'same' || kind === left)
            .map((part) => part.text)
            .join('')
            .split('\n');
        });
      expect(side('gone').join('\n')).toBe(one);
      expect(side('came').join('\n')).toBe(other);
    }),
    { numRuns: 1_000 },
  );
});

test('pieces put together are the text', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary' }), (text) => {
      expect(piecesOf(text).join('')).toBe(text);
    }),
  );
});

test('the shortest edits are as short as they can be', () => {
  const list = fc.array(fc.nat(3), { maxLength: 12 });
  fc.assert(
    fc.property(list, list, (one, other) => {
      const runs = shortestEdits(one, other, 100);
      const cost = runs.reduce((sum, run) => sum + run.toA - run.fromA + run.toB - run.fromB, 0);
      expect(cost).toBe(one.length + other.length - 2 * longestShared(one, other));
    }),
    { numRuns: 1_000 },
  );
});

test('texts that have too little in common are told as one run, quickly', () => {
  const one = Array.from({ length: 20_000 }, (_, at) => `a${at}`);
  const other = Array.from({ length: 20_000 }, (_, at) => `b${at}`);
  expect(shortestEdits(one, other, 300)).toEqual([
    { fromA: 0, toA: 20_000, fromB: 0, toB: 20_000 },
  ]);
});

function compare(one: string, other: string): Difference {
  return wordDifference(Text.of(one.split('\n')), Text.of(other.split('\n')));
}

function inWords({ blocks }: Difference): string {
  return blocks
    .map((block) => {
      if (block.kind === 'same') return block.lines.join('\n');
      const signs = { same: '', gone: '-', came: '+' };
      return block.parts
        .map(({ kind, text }) => (kind === 'same' ? text : `[${signs[kind]}${text}]`))
        .join('');
    })
    .join('\n');
}

function longestShared(one: readonly number[], other: readonly number[]): number {
  let row = new Array<number>(other.length + 1).fill(0);
  for (const item of one) {
    const next = [0];
    other.forEach((each, at) => {
      next.push(each === item ? row[at]! + 1 : Math.max(row[at + 1]!, next[at]!));
    });
    row = next;
  }
  return row.at(-1)!;
}

import { describe, expect, test } from 'vitest';
import { counted } from '#renderer/state/countWords.ts';
import { excerptGuidance } from '#renderer/state/excerptGuidance.ts';
import { headingAt } from '#renderer/state/outlinePlace.ts';
import { addTags } from '#renderer/state/tagList.ts';

test('a number goes with its noun', () => {
  expect(counted(1, 'word')).toBe('1 word');
  expect(counted(0, 'word')).toBe('0 words');
  expect(counted(2410, 'word')).toBe('2,410 words');
});

describe('an excerpt', () => {
  test('is asked for when there is none', () => {
    expect(excerptGuidance('  ')).toMatch(/^Two to four sentences/);
  });

  test('is counted, and judged when it is short or long', () => {
    expect(excerptGuidance('One.')).toBe('1 sentence, 4 characters. A second sentence would help.');
    expect(excerptGuidance('One. Two.')).toBe('2 sentences, 9 characters.');
    expect(excerptGuidance('One. Two. Three. Four. Five.')).toMatch(/Four are enough\.$/);
    expect(excerptGuidance('短い文。もう一つ。')).toBe('2 sentences, 9 characters.');
  });
});

test('the current heading is the last at or above the line', () => {
  const outline = [3, 10, 24].map((line) => ({
    level: 2 as const,
    text: String(line),
    id: String(line),
    line,
  }));
  expect([0, 3, 9, 10, 23.5, 24, 900].map((line) => headingAt(outline, line))).toEqual([
    -1, 0, 0, 1, 1, 2, 2,
  ]);
  expect(headingAt([], 5)).toBe(-1);
});

test('tags are parted by commas, trimmed, and never twice', () => {
  expect(addTags(['a'], ' b, a ,, c d,')).toEqual(['a', 'b', 'c d']);
});

import { Text } from '@codemirror/state';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { textDifference } from '#renderer/editor/textDifference.ts';

test.each([
  { before: 'same', after: 'same', changes: [4] },
  { before: 'a line', after: 'a fine line', changes: [2, [0, 'fine '], 4] },
  { before: 'one\ntwo', after: 'one', changes: [3, [4]] },
  { before: 'one', after: 'one\n', changes: [3, [0, '', '']] },
  {
    before: 'one\ntwo\nthree\nfour',
    after: 'ONE\ntwo\nthree\nFOUR',
    changes: [[3, 'ONE'], 11, [4, 'FOUR']],
  },
])('$before becomes $after by $changes', ({ before, after, changes }) => {
  expect(textDifference(textOf(before), textOf(after)).toJSON()).toEqual(changes);
});

test('a difference applied gives the other text, for any two texts', () => {
  const line = fc.constantFrom('', 'a', 'b', 'ab', 'longer line');
  const text = fc.array(line, { minLength: 1, maxLength: 30 });
  fc.assert(
    fc.property(text, text, (before, after) => {
      const changed = textDifference(Text.of(before), Text.of(after)).apply(Text.of(before));
      expect(changed.toString()).toBe(after.join('\n'));
    }),
    { numRuns: 1_000 },
  );
});

test('texts that share nothing over thousands of lines are told apart at once', () => {
  const before = Text.of(Array.from({ length: 5_000 }, (_, line) => `old ${line}`));
  const after = Text.of(Array.from({ length: 5_000 }, (_, line) => `new ${line}`));
  expect(textDifference(before, after).apply(before).eq(after)).toBe(true);
});

function textOf(text: string): Text {
  return Text.of(text.split('\n'));
}

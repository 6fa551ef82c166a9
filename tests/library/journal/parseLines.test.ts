import fc from 'fast-check';
import { expect, test } from 'vitest';
import { sources } from '#contract/essay.ts';
import type { Entry } from '#contract/history.ts';
import { parseLines } from '#library/journal/parseLines.ts';

const unit = fc.constantFrom(
  'a',
  ' ',
  '"',
  '\\',
  '\n',
  '\u0000',
  'ß',
  '漢',
  '👩‍🔬',
  '\ud800',
  '\u2028',
);
const words = fc.array(unit, { maxLength: 4 }).map((units) => units.join(''));
const edit = fc.tuple(fc.nat(), fc.nat(9), words);
const step = fc
  .tuple(fc.nat(999), fc.constantFrom(...sources), fc.array(edit, { maxLength: 3 }))
  .map(([ago, source, edits]) => [ago, source, ...edits.flat()] as const);
const time = fc.oneof(fc.nat(), fc.constantFrom(1_767_600_000_000, -1, 0.5, 1e21));
const entry = fc.oneof(
  fc.record({ at: time, text: fc.array(step, { maxLength: 3 }) }),
  fc.record({ at: time, fields: fc.record({ title: words }) }),
  fc.record({ at: time, trashed: fc.boolean() }),
) as fc.Arbitrary<Entry>;

const line = (value: unknown) => `${JSON.stringify(value)}\n`;

test('Entries are read as JSON.parse reads them, whatever was written and however', () => {
  fc.assert(
    fc.property(fc.array(entry, { maxLength: 6 }), (entries) => {
      expect(parseLines(entries.map(line).join(''))).toEqual(entries);
    }),
    { numRuns: 500 },
  );
});

test('A line of typing with something else in it than was written is what JSON.parse makes of it, or refused', () => {
  const written = line({ at: 1_767_600_000_123, text: [[150, 'typed', 40, 0, 'e']] }).trimEnd();
  const other = fc.constantFrom(
    '',
    '0',
    '00',
    '-',
    '1',
    '"',
    '\\',
    ',',
    '[',
    ']',
    '}',
    ' ',
    '\t',
    'e',
    '.',
  );
  fc.assert(
    fc.property(fc.nat(written.length - 1), fc.nat(2), other, (at, goes, comes) => {
      const hurt = written.slice(0, at) + comes + written.slice(at + goes);
      expect(outcome(() => parseLines(`${hurt}\n`))).toEqual(outcome(() => [JSON.parse(hurt)]));
    }),
    { numRuns: 2_000 },
  );
});

test('A number that is too large to be exact is read as JSON.parse reads it', () => {
  const text = '{"at":1,"text":[[0,"typed",9007199254740993,0,"e"]]}\n';
  expect(parseLines(text)).toEqual([JSON.parse(text)]);
});

function outcome(read: () => unknown): unknown {
  try {
    return read();
  } catch (error) {
    return error instanceof SyntaxError ? 'refused' : error;
  }
}

import { ChangeSet, Text } from '@codemirror/state';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { changesOf, mapLine, sourceEdits } from '#renderer/preview/sourceEdits.ts';

const text = Text.of(['one', 'two', 'three']);

it('tells changes as edits in order, positions in the text before all of them', () => {
  const changes = ChangeSet.of(
    [
      { from: 8, to: 13, insert: '3' },
      { from: 0, insert: 'zero\n' },
    ],
    text.length,
  );
  expect(sourceEdits(changes)).toEqual([
    { from: 0, to: 0, insert: 'zero\n' },
    { from: 8, to: 13, insert: '3' },
  ]);
});

it('makes of any edits the change that carries them out', () => {
  const cuts = fc.uniqueArray(fc.nat(40), { minLength: 2, maxLength: 8 });
  const source = 'It was a dark\nand stormy night.\n\nThe end.';
  fc.assert(
    fc.property(cuts, fc.string(), (places, insert) => {
      const [from = 0, to = 0, second = 40] = places.toSorted((one, other) => one - other);
      const edits = [
        { from, to, insert },
        { from: Math.max(to, second), to: source.length, insert: '\n' },
      ];
      const written = edits.reduceRight(
        (done, edit) => done.slice(0, edit.from) + edit.insert + done.slice(edit.to),
        source,
      );
      const body = Text.of(source.split('\n'));
      expect(changesOf(edits, body).apply(body).toString()).toBe(written.replace(/\r\n?/g, '\n'));
    }),
  );
});

describe('a line keeps its place', () => {
  const moved = (changes: ChangeSet, line: number) =>
    mapLine(line, changes, text, changes.apply(text));

  it('when lines are added above it', () => {
    expect(moved(ChangeSet.of({ from: 0, insert: 'a\nb\n' }, text.length), 1.5)).toBe(3.5);
  });

  it('when lines are added below it', () => {
    expect(moved(ChangeSet.of({ from: 13, insert: '\nfour' }, text.length), 1.5)).toBe(1.5);
  });

  it('when lines above it go', () => {
    expect(moved(ChangeSet.of({ from: 0, to: 4 }, text.length), 2)).toBe(1);
  });

  it('above the first line and below the last', () => {
    const changes = ChangeSet.of({ from: 0, insert: 'a\n' }, text.length);
    expect(moved(changes, -0.5)).toBe(-0.5);
    expect(moved(changes, 3.25)).toBe(4.25);
  });
});

import { ChangeSet, Text } from '@codemirror/state';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { ChangeSetJson } from '#contract/essay.ts';
import { applyEdits } from '#library/body/applyEdits.ts';
import { bodyEdits } from '#library/body/bodyEdits.ts';
import { dominantLineBreak, editorLength } from '#library/body/lineBreaks.ts';

/** The text after a change set. */
function applyChanges(text: string, changes: ChangeSetJson): string {
  return applyEdits(text, bodyEdits(changes, editorLength(text)), dominantLineBreak(text));
}

describe('applying a change set to text', () => {
  test('inserts, deletes and replaces at the editor’s positions', () => {
    expect(applyChanges('one two three', [4, [3, 'TWO'], 6])).toBe('one TWO three');
    expect(applyChanges('one two', [3, [4]])).toBe('one');
    expect(applyChanges('', [[0, 'first']])).toBe('first');
    expect(applyChanges('ab', [1, [0, 'x', 'y'], 1])).toBe('ax\nyb');
  });

  test('counts a line break as one, and keeps the bytes of those it does not touch', () => {
    expect(applyChanges('a\r\nb\r\nc', [4, [1, 'C']])).toBe('a\r\nb\r\nC');
    expect(applyChanges('a\nb\r\nc\rd', [6, [1, 'D']])).toBe('a\nb\r\nc\rD');
  });

  test('gives new lines the text’s dominant line break', () => {
    expect(applyChanges('a\r\nb\r\nc\n', [1, [0, '', ''], 5])).toBe('a\r\n\r\nb\r\nc\n');
    expect(applyChanges('a\rb', [3, [0, '', 'c']])).toBe('a\rb\rc');
    expect(applyChanges('a', [1, [0, '', 'b']])).toBe('a\nb');
  });

  test('two line breaks that come together stay two', () => {
    expect(applyChanges('a\rx\nb', [2, [1], 2])).toBe('a\r\n\nb');
  });

  test.each<[string, ChangeSetJson]>([
    ['shorter than the text', [2]],
    ['longer than the text', [4]],
    ['deleting past its end', [2, [5]]],
    ['with a negative length', [-1, 4]],
    ['with half a character', [1.5, 1.5]],
    ['with a line break within a line', [3, [0, 'a\nb']]],
    ['with a number for a line', [3, [0, 7 as unknown as string]]],
  ])('refuses changes %s', (_, changes) => {
    expect(() => applyChanges('abc', changes)).toThrowError(
      expect.objectContaining({ code: 'invalid' }),
    );
  });

  const line = fc.string({ unit: fc.constantFrom('a', 'é', ' ', '日', '𝒳', '#'), maxLength: 6 });

  test('equals CodeMirror on texts whose lines end in \\n', () => {
    fc.assert(
      fc.property(fc.array(line, { minLength: 1 }), edits(), (lines, asked) => {
        const before = Text.of(lines);
        const changes = changeSet(asked, before.length);
        expect(applyChanges(before.toString(), changes.toJSON())).toBe(
          changes.apply(before).toString(),
        );
      }),
    );
  });

  test('equals a character-by-character model on texts with mixed line breaks', () => {
    const unit = fc.constantFrom('\n', '\r\n', '\r', 'a', 'b', '日');
    fc.assert(
      fc.property(fc.array(unit, { maxLength: 40 }), edits(), (units, asked) => {
        const text = units.join('');
        const characters = text.match(/\r\n|[\s\S]/g) ?? [];
        const changes = changeSet(asked, characters.length).toJSON();
        expect(applyChanges(text, changes)).toBe(model(characters, changes));
      }),
      { numRuns: 1000 },
    );
  });

  /** One entry for each character as the editor counts them, its line breaks as they are in the file. */
  function model(characters: readonly string[], changes: ChangeSetJson): string {
    const breaks = ['\r\n', '\n', '\r'].map((kind) => ({
      kind,
      count: characters.filter((character) => character === kind).length,
    }));
    const dominant = breaks.reduce((a, b) => (b.count > a.count ? b : a)).kind;
    const rest = [...characters];
    const result: string[] = [];
    for (const part of changes) {
      if (typeof part === 'number') {
        result.push(...rest.splice(0, part));
      } else {
        const [deleted, ...lines] = part;
        rest.splice(0, deleted);
        lines.forEach((line, place) => {
          result.push(
            ...(place > 0 ? [characters.some((c) => /[\r\n]/.test(c)) ? dominant : '\n'] : []),
          );
          result.push(...line.split(''));
        });
      }
    }
    return result
      .map((character, at) => (character === '\r' && result[at + 1] === '\n' ? '\r\n' : character))
      .join('');
  }

  interface Edit {
    readonly at: number;
    readonly deleted: number;
    readonly insert: readonly string[];
  }

  function edits() {
    return fc.array(
      fc.record({
        at: fc.double({ min: 0, max: 1, noNaN: true }),
        deleted: fc.nat(5),
        insert: fc.array(line, { maxLength: 3 }),
      }),
      { maxLength: 4 },
    );
  }

  function changeSet(asked: readonly Edit[], length: number): ChangeSet {
    return asked.reduce((changes, edit) => {
      const from = Math.floor(edit.at * changes.newLength);
      const to = Math.min(changes.newLength, from + edit.deleted);
      return changes.compose(
        ChangeSet.of(
          { from, to, insert: Text.of(['', ...edit.insert].slice(-2)) },
          changes.newLength,
        ),
      );
    }, ChangeSet.empty(length));
  }
});

import { ChangeSet, Text } from '@codemirror/state';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { countWords, recountWords } from '#library/body/countWords.ts';
import { cutBody, largestPiece } from '#library/body/cutBody.ts';
import { opening } from '#library/body/opening.ts';
import { changeBody } from '#library/essays/changeBody.ts';
import { createEssay } from '#library/essays/createEssay.ts';
import { describeEssay } from '#library/essays/describeEssay.ts';
import { listEssays } from '#library/essays/listEssays.ts';
import { readEssay } from '#library/essays/readEssay.ts';
import { typed } from '../support/typed.ts';
import { freshLibrary, tickingClock } from './freshLibrary.ts';

const all = { trashed: false, status: null, tag: null, sort: 'updated' } as const;

describe('a body', () => {
  test.each([
    ['empty', ''],
    ['with Windows line breaks', 'a\r\nb\r\n'],
    ['with every kind of line break', 'a\nb\r\nc\rd'],
    ['with a byte order mark and a NUL', '\ufeffa\0b'],
    ['in many scripts', 'Ünïcode 日本語 🦜 עברית\n'],
    ['in one line of a million characters', 'word '.repeat(200_000)],
    ['long, with characters of two units everywhere', '🦜'.repeat(60_000)],
    ['long, with Windows line breaks and no others', 'a\r\n'.repeat(60_000)],
    ['long, with old Macintosh line breaks', 'a\r'.repeat(60_000)],
  ])('%s comes back as it went in', (_, body) => {
    const { library } = freshLibrary();
    const { id } = createEssay(library, { body });
    expect(readEssay(library, id).body === body).toBe(true);
  });

  test('that holds half a character keeps its length and the rest', () => {
    const { library } = freshLibrary();
    const { id } = createEssay(library, { body: 'a\ud83eb' });
    changeBody(library, { id, baseRevision: 1, steps: typed([3, [0, '\udd9cc']]) });
    expect(readEssay(library, id).body).toBe('a\ufffdb\ufffdc');
  });

  test('is cut into pieces that end with a line, and never within a character or a line break', () => {
    const text = `${'A line of prose.\n'.repeat(5000)}${'🦜'.repeat(30_000)}${'\r\n'.repeat(30_000)}`;
    const pieces = cutBody(text, '\n');
    expect(pieces.length).toBeGreaterThan(5);
    expect(pieces.join('') === text).toBe(true);
    for (const piece of pieces) {
      expect(piece.length).toBeLessThanOrEqual(largestPiece);
      expect(piece.isWellFormed()).toBe(true);
      expect(piece.startsWith('\n') && pieces[pieces.indexOf(piece) - 1]?.endsWith('\r')).toBe(
        false,
      );
    }
  });

  test('follows the editor through any changes, however many pieces they touch', () => {
    const { library } = freshLibrary();
    const lineBreak = fc.constantFrom('\n', '\r\n');
    const edit = fc.record({
      at: fc.double({ min: 0, max: 1, noNaN: true }),
      deleted: fc.oneof(fc.nat(20), fc.nat(60_000)),
      inserted: fc.oneof(fc.string({ maxLength: 9 }), fc.constant('long line\n'.repeat(6000))),
    });
    fc.assert(
      fc.property(
        lineBreak,
        fc.array(fc.array(edit, { maxLength: 3 }), { maxLength: 5 }),
        (brk, steps) => {
          const lines = Array.from({ length: 4000 }, (_, i) => `line ${i} of a long essay`);
          const { id, ...essay } = createEssay(library, { body: lines.join(brk) });
          let shown = Text.of(lines);
          let { revision } = essay;
          for (const edits of steps) {
            let changes = ChangeSet.empty(shown.length);
            for (const { at, deleted, inserted } of edits) {
              const from = Math.floor(at * changes.newLength);
              const to = Math.min(changes.newLength, from + deleted);
              changes = changes.compose(
                ChangeSet.of({ from, to, insert: inserted }, changes.newLength),
              );
            }
            revision = changeBody(library, {
              id,
              baseRevision: revision,
              steps: typed(changes.toJSON()),
            }).revision;
            shown = changes.apply(shown);
          }
          const { body } = readEssay(library, id);
          expect(body === shown.sliceString(0, shown.length, brk)).toBe(true);
        },
      ),
      { numRuns: 25 },
    );
  });

  test('an edit of a long essay writes the piece it is in and no other', () => {
    const { library } = freshLibrary();
    const body = 'A line of prose.\n'.repeat(60_000);
    const { id } = createEssay(library, { body });
    const total = () => library.db.prepare('SELECT total_changes()').pluck().get() as number;
    const before = total();
    changeBody(library, {
      id,
      baseRevision: 1,
      steps: typed([500_000, [0, 'x'], body.length - 500_000]),
    });
    expect(total() - before).toBe(3);
  });
});

describe('saving a change', () => {
  test('acknowledges the next revision and when it was on the disk', () => {
    const { library } = freshLibrary({ now: tickingClock() });
    const { id } = createEssay(library, { body: 'one' });
    const saved = changeBody(library, { id, baseRevision: 1, steps: typed([3, [0, ' two']]) });
    expect(saved).toEqual({ revision: 2, savedAt: expect.stringMatching(/^2026-05-01T12:00:/) });
    expect(readEssay(library, id)).toMatchObject({
      body: 'one two',
      revision: 2,
      updatedAt: saved.savedAt,
    });
  });

  test('keeps the list’s words and opening in step', () => {
    const { library } = freshLibrary();
    const { id } = createEssay(library, { body: '# Heading\n\nA *first* sentence' });
    expect(listEssays(library, all).rows[0]).toMatchObject({
      words: 4,
      teaser: 'A first sentence',
    });
    changeBody(library, { id, baseRevision: 1, steps: typed([29, [0, ' of five words']]) });
    expect(listEssays(library, all).rows[0]).toMatchObject({
      words: 7,
      teaser: 'A first sentence of five words',
    });
  });

  test('a change that changes nothing makes no revision', () => {
    const { library } = freshLibrary();
    const { id } = createEssay(library, { body: 'one' });
    expect(changeBody(library, { id, baseRevision: 1, steps: typed([3]) }).revision).toBe(1);
  });

  test('a change made against another text is a conflict and changes nothing', () => {
    const { library } = freshLibrary();
    const { id } = createEssay(library, { title: 'Twice', body: 'one' });
    changeBody(library, { id, baseRevision: 1, steps: typed([3, [0, '!']]) });
    for (const baseRevision of [1, 3]) {
      expect(() =>
        changeBody(library, { id, baseRevision, steps: typed([3, [0, '?']]) }),
      ).toThrowError(
        expect.objectContaining({ code: 'conflict', message: expect.stringContaining('Twice') }),
      );
    }
    expect(readEssay(library, id).body).toBe('one!');
  });

  test('a new title meanwhile is no conflict', () => {
    const { library } = freshLibrary();
    const { id } = createEssay(library, { title: 'Before', body: 'one' });
    describeEssay(library, id, { title: 'After' });
    expect(changeBody(library, { id, baseRevision: 1, steps: typed([3, [0, '!']]) }).revision).toBe(
      3,
    );
  });

  test('changes that do not fit the text are refused and change nothing', () => {
    const { library } = freshLibrary();
    const { id } = createEssay(library, { body: 'one' });
    expect(() => changeBody(library, { id, baseRevision: 1, steps: typed([9]) })).toThrowError(
      expect.objectContaining({ code: 'invalid' }),
    );
    expect(readEssay(library, id)).toMatchObject({ body: 'one', revision: 1 });
  });

  test('an essay that is gone is not found', () => {
    const { library } = freshLibrary();
    const { id } = createEssay(library, {});
    library.db.exec('DELETE FROM essay');
    expect(() => changeBody(library, { id, baseRevision: 1, steps: typed([]) })).toThrowError(
      expect.objectContaining({ code: 'not-found' }),
    );
  });
});

describe('what a list says of a body', () => {
  test.each([
    ['The quick fox', 3],
    ['It’s well-known, isn’t it?', 4],
    ['日本語です', 5],
    ['über 2,000 Wörter', 4],
    ['', 0],
  ])('%j has its words counted: %i', (text, words) => {
    expect(countWords(text)).toBe(words);
  });

  test('has as many words as a whole count finds, wherever it was changed', () => {
    const piece = fc.constantFrom(
      'word',
      ' ',
      '\n',
      'don',
      '’',
      't',
      '-',
      '語',
      '🦜',
      '\r\n',
      'é',
      '1',
    );
    const text = fc.array(piece, { maxLength: 12 }).map((pieces) => pieces.join(''));
    fc.assert(
      fc.property(text, text, text, text, (head, gone, came, rest) => {
        const before = head + gone + rest;
        const after = head + came + rest;
        const known = { text: before, words: countWords(before) };
        expect(recountWords(known, after)).toBe(countWords(after));
      }),
      { numRuns: 2_000 },
    );
  });

  test('opens with the first words of prose, without the markup', () => {
    expect(opening('# Title\n\n> **Quoted** [link](http://x.test) and `code`\r\nnext')).toBe(
      'Quoted link and code next',
    );
    expect(opening('```js\n')).toBe('');
    expect(opening('word '.repeat(100)).length).toBeLessThanOrEqual(160);
  });
});

import { createHash } from 'node:crypto';
import { ChangeSet, Text } from '@codemirror/state';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { BodyStep, EssayId } from '#contract/essay.ts';
import { changeBody } from '#library/essays/changeBody.ts';
import { createEssay } from '#library/essays/createEssay.ts';
import { describeEssay } from '#library/essays/describeEssay.ts';
import { readEssay } from '#library/essays/readEssay.ts';
import { readRecord } from '#library/essays/readRecord.ts';
import { restoreEssays, trashEssays } from '#library/essays/trash.ts';
import { packJournal } from '#library/journal/pack.ts';
import { parseLines } from '#library/journal/parseLines.ts';
import { readParts } from '#library/journal/readParts.ts';
import { readRecent } from '#library/journal/readRecent.ts';
import { replayFrom } from '#library/journal/replay.ts';
import { textAt } from '#library/journal/textAt.ts';
import type { Library } from '#library/openLibrary.ts';
import { proveLibrary } from '#library/proof/proveLibrary.ts';
import { writing } from '#library/transaction.ts';
import { writeLongHistory } from '../../support/longHistory.ts';
import { typed } from '../../support/typed.ts';
import { freshLibrary } from '../freshLibrary.ts';

const sha256 = (text: string) => createHash('sha256').update(text).digest('hex');

function historyOf(library: Library, id: EssayId) {
  const { key } = readRecord(library, id);
  const parts = [...readParts(library, key)];
  const lines = parts.map((part) => part.lines).join('');
  return { parts, lines, entries: parseLines(lines), head: parts.at(-1)?.headHash.toString('hex') };
}

function pack(library: Library, id: EssayId): void {
  writing(library, () => packJournal(library, readRecord(library, id)));
}

test('the end of a history that has been long in the making is read from a checkpoint, and leads to the text', () => {
  const { library } = freshLibrary();
  const id = writeLongHistory(library, { title: 'Long', saves: 12_000 });
  const { body, revision } = readEssay(library, id);
  const whole = historyOf(library, id).lines;
  for (const upTo of [revision, revision - 700, 1_000, 1]) {
    const { text, lines } = readRecent(library, id, upTo);
    expect(whole).toContain(lines);
    const entries = parseLines(lines);
    expect(entries.length).toBe(Math.min(upTo, 300));
    const replay = replayFrom(text);
    for (const entry of entries)
      if ('text' in entry) for (const step of entry.text) replay.apply(step);
    expect(replay.text()).toBe(upTo === revision ? body : textAt(library, id, upTo));
  }
});

describe('the history of an essay', () => {
  test('begins with what the essay came as, and tells every change after', () => {
    const at = Date.parse('2026-05-01T12:00:02.000Z');
    const { library } = freshLibrary({ now: () => new Date(at) });
    const { id } = createEssay(library, { title: 'On clocks', body: 'Tick' });
    changeBody(library, {
      id,
      baseRevision: 1,
      steps: [
        { changes: [4, [0, ',']], at: at - 180, source: 'typed' },
        { changes: [5, [0, ' tock']], at: at - 20, source: 'pasted' },
      ],
    });
    describeEssay(library, id, { title: 'On all clocks' });
    trashEssays(library, [id]);
    restoreEssays(library, [id]);
    const { entries } = historyOf(library, id);
    expect(entries).toMatchObject([
      { start: { from: 'created', id, body: 'Tick', description: { title: 'On clocks' } } },
      {
        at,
        text: [
          [180, 'typed', 4, 0, ','],
          [20, 'pasted', 5, 0, ' tock'],
        ],
      },
      { fields: { title: 'On all clocks', slug: 'on-all-clocks' } },
      { trashed: true },
      { trashed: false },
    ]);
    expect(readEssay(library, id)).toMatchObject({ revision: 5, body: 'Tick, tock' });
  });

  test('has the SHA-256 of its lines as its head, packed or not', () => {
    const { library } = freshLibrary();
    const { id } = createEssay(library, { body: '' });
    for (let i = 0; i < 5; i++) {
      changeBody(library, { id, baseRevision: i + 1, steps: typed([i, [0, 'x']]) });
    }
    const before = historyOf(library, id);
    expect(before.head).toBe(sha256(before.lines));
    pack(library, id);
    changeBody(library, { id, baseRevision: 6, steps: typed([[0, 'y'], 5]) });
    const after = historyOf(library, id);
    expect(after.lines.startsWith(before.lines)).toBe(true);
    expect(after.head).toBe(sha256(after.lines));
    pack(library, id);
    expect(historyOf(library, id)).toMatchObject({ lines: after.lines, head: after.head });
    expect(historyOf(library, id).parts).toHaveLength(1);
  });

  test('keeps what was typed and taken back within one save', () => {
    const { library } = freshLibrary();
    const { id } = createEssay(library, { body: 'one' });
    changeBody(library, { id, baseRevision: 1, steps: typed([3, [0, '!']], [3, [1]]) });
    expect(readEssay(library, id)).toMatchObject({ body: 'one', revision: 2 });
    expect(historyOf(library, id).entries).toHaveLength(2);
    expect(proveLibrary(library).damage).toEqual([]);
  });

  test('goes on in order when the clock is set back a year', () => {
    let now = new Date('2026-05-01T12:00:00Z');
    const { library } = freshLibrary({ now: () => now });
    const { id } = createEssay(library, { body: '' });
    now = new Date('2025-05-01T12:00:00Z');
    changeBody(library, { id, baseRevision: 1, steps: typed([[0, 'later']]) });
    const { entries } = historyOf(library, id);
    expect(entries.map((entry) => 'text' in entry)).toEqual([false, true]);
    expect(proveLibrary(library).damage).toEqual([]);
  });

  test('replays to the text that was saved, through any changes, line breaks and packings', () => {
    const { library } = freshLibrary();
    const unit = fc.constantFrom('a', 'b ', 'é', '𝒳', '\ud835', '\udcb3', '\n', '-', 'word');
    const inserted = fc.array(unit, { maxLength: 6 }).map((units) => units.join(''));
    const edit = fc.record({ at: fc.nat(200), deleted: fc.nat(8), inserted });
    const save = fc.record({ edits: fc.array(edit, { maxLength: 4 }), packs: fc.boolean() });
    const breaks = fc.constantFrom('a\nb\nc', 'a\r\nb\r\nc', 'a\rb\rc', 'a\nb\r\nc\rd', '');
    fc.assert(
      fc.property(breaks, fc.array(save, { maxLength: 6 }), (body, saves) => {
        const { id } = createEssay(library, { body });
        let revision = 1;
        for (const { edits, packs } of saves) {
          const text = Text.of(readEssay(library, id).body.split(/\r\n?|\n/));
          const steps: BodyStep[] = [];
          let length = text.length;
          for (const { at, deleted, inserted } of edits) {
            const from = at % (length + 1);
            const to = Math.min(length, from + deleted);
            const changes = ChangeSet.of(
              { from, to, insert: Text.of(inserted.split('\n')) },
              length,
            );
            length = changes.newLength;
            steps.push({ changes: changes.toJSON(), at: Date.now(), source: 'typed' });
          }
          revision = changeBody(library, { id, baseRevision: revision, steps }).revision;
          if (packs) pack(library, id);
        }
        expect(proveLibrary(library).damage).toEqual([]);
        library.db.prepare('DELETE FROM essay').run();
      }),
      { numRuns: 300 },
    );
  });
});

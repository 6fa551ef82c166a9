import { expect, test } from 'vitest';
import { aroundHit } from '#renderer/history/aroundHit.ts';
import {
  beganWords,
  happenedWords,
  lengthWords,
  sourceWords,
} from '#renderer/history/momentWords.ts';
import { playOn } from '#renderer/history/playing.ts';
import type { Session } from '#renderer/history/sessions.ts';
import { timelineRows } from '#renderer/state/timelineRows.ts';

test('what happened at a moment is said in a few words', () => {
  const at = 0;
  expect(happenedWords({ at, kind: 'start', from: 'imported' })).toBe('Imported');
  expect(happenedWords({ at, kind: 'text', source: 'pasted', edits: [] })).toBe('Pasted');
  expect(happenedWords({ at, kind: 'fields', fields: { title: 'x', seriesPlace: 1 } })).toBe(
    'Details: title, series',
  );
  expect(happenedWords({ at, kind: 'fields', fields: { slugIsSet: true } })).toBe('Details: other');
  expect(happenedWords({ at, kind: 'trashed', trashed: true })).toBe('Moved to the trash');
  expect(happenedWords({ at, kind: 'named', version: { name: 'v1', note: '' } })).toBe(
    'Named “v1”',
  );
});

test('lengths are said as one says them', () => {
  const minute = 60_000;
  expect([0, 29_000, minute, 59 * minute, 60 * minute, 80 * minute].map(lengthWords)).toEqual([
    'under a minute',
    'under a minute',
    '1 min',
    '59 min',
    '1 h',
    '1 h 20 min',
  ]);
});

test('how text came in is said where it was not only typed', () => {
  expect(sourceWords({ typed: 90, undone: 3 })).toEqual([]);
  expect(sourceWords({ typed: 90, pasted: 1, merged: 2 })).toEqual(['pasted', 'merged 2 times']);
});

test('a session of today says so', () => {
  const now = new Date(2026, 10, 22, 18, 0);
  expect(beganWords(new Date(2026, 10, 22, 9, 5).getTime(), now, 'en-GB')).toBe('Today, 09:05');
  expect(beganWords(new Date(2026, 10, 21, 9, 5).getTime(), now, 'en-GB')).toBe('Yesterday, 09:05');
  expect(beganWords(new Date(2026, 4, 3, 9, 5).getTime(), now, 'en-GB')).toBe('3 May, 09:05');
});

test('the timeline shows the newest session first, its names under it', () => {
  const rows = timelineRows([session(0, 4, [2]), session(5, 9, [6, 8])]);
  expect(rows.map(({ kind, moment }) => `${kind} ${moment}`)).toEqual([
    'session 9',
    'name 8',
    'name 6',
    'session 4',
    'name 2',
  ]);
});

test('playing takes the time that writing took, pauses cut short, a clock set back taking none', () => {
  const moments = [0, 100, 300, 3_600_000, 3_599_000, 3_599_100].map(
    (at) => ({ at, kind: 'trashed', trashed: false }) as const,
  );
  expect(playOn(moments, 0, 99)).toEqual({ moment: 0, left: 99 });
  expect(playOn(moments, 0, 100)).toEqual({ moment: 1, left: 0 });
  expect(playOn(moments, 0, 310)).toEqual({ moment: 2, left: 10 });
  expect(playOn(moments, 2, 800).moment).toBe(3);
  expect(playOn(moments, 3, 8).moment).toBe(4);
  expect(playOn(moments, 0, 1_000_000)).toEqual({ moment: 5, left: 0 });
});

test('what was found is shown within its line, marked', () => {
  const line = `${'word '.repeat(30)}the Lease that outlived ${'word '.repeat(60)}`;
  const { text, marks } = aroundHit(line, 'lease');
  expect(text.startsWith('… ')).toBe(true);
  expect(text.length).toBeLessThan(170);
  expect(marks.map(([from, to]) => text.slice(from, to))).toEqual(['Lease']);
});

function session(first: number, last: number, names: readonly number[]): Session {
  return { first, last, names, began: 0, ended: 0, length: 0, sources: {} };
}

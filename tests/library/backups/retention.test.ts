import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { backupsToKeep } from '#library/backups/retention.ts';

const hour = 3_600_000;
const day = 24 * hour;
const start = Date.parse('2026-01-01T00:00:00Z');

/** What is left when every backup is made and sorted out in turn. */
function keptInTurn(moments: readonly number[]): readonly number[] {
  let there: number[] = [];
  for (const moment of moments) {
    there.push(moment);
    const kept = backupsToKeep(there);
    there = there.filter((_, place) => kept.has(place));
  }
  return there;
}

/** Moments of a clock that goes forward by up to two days, and now and then is set to some other time. */
const clocks = fc
  .array(
    fc.oneof(
      { weight: 12, arbitrary: fc.integer({ min: 1, max: 48 * hour }) },
      { weight: 1, arbitrary: fc.integer({ min: -4000 * day, max: 4000 * day }) },
    ),
    { minLength: 1, maxLength: 300 },
  )
  .map((steps) => {
    let now = start;
    return steps.map((step) => {
      now += step;
      return now;
    });
  });

describe('which backups are kept', () => {
  test('hourly for a day, daily for a week, weekly for two months', () => {
    const moments = Array.from({ length: 24 * 100 }, (_, place) => start + place * hour);
    const kept = keptInTurn(moments);
    const now = moments.at(-1)!;
    const slots = (span: number) => new Set(kept.map((moment) => Math.floor(moment / span)));
    for (let ago = 0; ago < 24; ago++) {
      expect(slots(hour)).toContain(Math.floor((now - ago * hour) / hour));
    }
    for (let ago = 0; ago < 7; ago++) expect(slots(day)).toContain(Math.floor(now / day) - ago);
    for (let ago = 0; ago < 9; ago++) {
      expect(slots(7 * day)).toContain(Math.floor(now / (7 * day)) - ago);
    }
    expect(kept.length).toBeLessThanOrEqual(24 + 7 + 9);
  });

  test('the newest always is, and no more than forty are, whatever the clock does', () => {
    fc.assert(
      fc.property(clocks, (moments) => {
        const kept = keptInTurn(moments);
        expect(kept.at(-1)).toBe(moments.at(-1));
        expect(kept.length).toBeLessThanOrEqual(40);
      }),
    );
  });

  test('sorting out twice takes nothing more', () => {
    fc.assert(
      fc.property(clocks, (moments) => {
        const once = moments.filter((_, place) => backupsToKeep(moments).has(place));
        expect(once.filter((_, place) => backupsToKeep(once).has(place))).toEqual(once);
      }),
    );
  });

  test('a new one never costs more than three, also when the clock was set years ahead or back', () => {
    fc.assert(
      fc.property(clocks, fc.integer({ min: -4000 * day, max: 4000 * day }), (moments, jump) => {
        const there = keptInTurn(moments);
        const after = keptInTurn([...there, there.at(-1)! + jump]);
        expect(after.length).toBeGreaterThanOrEqual(there.length + 1 - 4);
      }),
    );
  });

  test('a pause of years costs nothing', () => {
    const week = Array.from({ length: 24 * 7 }, (_, place) => start + place * hour);
    const before = keptInTurn(week);
    const after = keptInTurn([...week, start + 3000 * day]);
    expect(after.length).toBeGreaterThanOrEqual(before.length - 2);
  });
});

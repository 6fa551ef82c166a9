import { describe, expect, test } from 'vitest';
import { dateWords, fromDateField, toDateField } from '#renderer/state/dateWords.ts';

const now = new Date(2026, 10, 22, 16, 30);
const local = (...parts: [number, number, number, number, number]) =>
  new Date(...parts).toISOString();

describe('a moment in a list', () => {
  test.each([
    [local(2026, 10, 22, 0, 5), '00:05'],
    [local(2026, 10, 22, 16, 29), '16:29'],
    [local(2026, 10, 21, 23, 59), 'Yesterday'],
    [local(2026, 10, 17, 9, 0), 'Tuesday'],
    [local(2026, 10, 15, 9, 0), '15 Nov'],
    [local(2025, 10, 22, 16, 30), '22 Nov 2025'],
    // A clock that was ahead, or an essay imported with a date to come.
    [local(2026, 10, 23, 9, 0), '23 Nov'],
  ])('%s is %s', (iso, words) => {
    expect(dateWords(iso, now, 'en-GB')).toBe(words);
  });

  test('what is no date is shown as it is', () => {
    expect(dateWords('one day', now)).toBe('one day');
  });
});

describe('a date field', () => {
  test('shows a moment to the minute and gives it back', () => {
    const moment = local(2026, 2, 14, 9, 30);
    expect(toDateField(moment)).toBe('2026-03-14 09:30');
    expect(fromDateField('2026-03-14 09:30')).toBe(moment);
  });

  test('takes a date without a time as its first minute', () => {
    expect(fromDateField(' 2026-3-4 ')).toBe(local(2026, 2, 4, 0, 0));
  });

  test.each(['', 'soon', '2026-13-01', '2026-02-30', '2026-03-14 25:00', '14.3.2026'])(
    '%j is no date',
    (text) => {
      expect(fromDateField(text)).toBeNull();
    },
  );
});

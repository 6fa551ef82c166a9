import { describe, expect, test } from 'vitest';
import type { DraftState } from '#renderer/state/draft.ts';
import { savedTogether } from '#renderer/state/savedState.ts';
import { savedWords } from '#renderer/state/savedWords.ts';

const now = new Date(2026, 10, 22, 16, 30);
const failed: DraftState = {
  kind: 'failed',
  since: 0,
  failure: { code: 'disk-full', message: 'The disk is full.', advice: 'Make room on it.' },
};

describe('what the status bar says', () => {
  test('when it was saved', () => {
    const at = new Date(2026, 10, 22, 14, 3).getTime();
    expect(savedWords({ kind: 'saved', at }, now).words).toBe('Saved 14:03');
    const before = new Date(2026, 10, 21, 14, 3).getTime();
    expect(savedWords({ kind: 'saved', at: before }, now).words).toBe('Saved yesterday');
  });

  test('why it was not, and what to do', () => {
    expect(savedWords(failed, now)).toEqual({
      words: 'Not saved: the disk is full.',
      advice: 'Make room on it.',
    });
  });

  test('"Saving" from the first key on, never "Saved" too early', () => {
    expect(savedWords({ kind: 'unsaved', since: 0 }, now).words).toBe('Saving');
    expect(savedWords({ kind: 'saving', since: 0 }, now).words).toBe('Saving');
  });
});

describe('text and fields together', () => {
  const saved = (at: number): DraftState => ({ kind: 'saved', at });
  const saving: DraftState = { kind: 'saving', since: 1 };

  test('are saved when both are, at the later time', () => {
    expect(savedTogether(saved(1), saved(2))).toEqual(saved(2));
    expect(savedTogether(saved(3), saved(2))).toEqual(saved(3));
  });

  test('are not while one is not', () => {
    expect(savedTogether(saved(1), saving)).toBe(saving);
    expect(savedTogether(failed, saving)).toBe(failed);
    expect(savedTogether(saving, failed)).toBe(failed);
  });
});

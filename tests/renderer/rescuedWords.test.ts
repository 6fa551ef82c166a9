import { expect, test } from 'vitest';
import type { Outcome, RecoveryReport } from '#contract/recovery.ts';
import { rescuedWords } from '#renderer/state/rescuedWords.ts';

function report(...outcomes: readonly Outcome[]): RecoveryReport {
  const essays = outcomes.map((outcome) => ({
    ...{ id: null, title: 'One', outcome, revision: 1, newest: 1, entries: 1 },
    ...{ backupAt: null, message: '', isComplete: outcome === 'whole' || outcome === 'history' },
  }));
  return { damaged: '', into: '', at: '', essays, file: [], missing: [], backups: [] };
}

test.each([
  [['whole', 'history'], 'All 2 essays are as they were saved last.'],
  [['whole'], 'The one essay is as it was saved last.'],
  [['whole', 'backup'], '1 of 2 essays is as saved last. 1 is older or not complete.'],
  [
    ['whole', 'whole', 'part', 'backup', 'lost'],
    '2 of 5 essays are as saved last. 2 are older or not complete. Nothing could be rescued of 1.',
  ],
] as const)('a rescue of %j is “%s”', (outcomes, words) => {
  expect(rescuedWords(report(...outcomes))).toBe(words);
});

import type { RecoveryReport } from '#contract/recovery.ts';
import { counted } from './countWords.ts';

/** A rescue in a sentence or two: how many essays are as they were saved last, and how many are not. */
export function rescuedWords({ essays }: RecoveryReport): string {
  const lost = essays.filter(({ outcome }) => outcome === 'lost').length;
  const older = essays.filter(
    ({ isComplete, outcome }) => !isComplete && outcome !== 'lost',
  ).length;
  const complete = essays.length - lost - older;
  if (complete === essays.length) {
    return essays.length === 1
      ? 'The one essay is as it was saved last.'
      : `All ${counted(essays.length, 'essay')} are as they were saved last.`;
  }
  return [
    `${complete} of ${counted(essays.length, 'essay')} ${complete === 1 ? 'is' : 'are'} as saved last.`,
    older === 0 ? '' : `${older} ${older === 1 ? 'is' : 'are'} older or not complete.`,
    lost === 0 ? '' : `Nothing could be rescued of ${lost}.`,
  ]
    .filter(Boolean)
    .join(' ');
}

import type { Outcome } from '#contract/recovery.ts';

interface Found {
  /** Text and details are as they were saved last. */
  readonly isAllLast: boolean;
  readonly isDescribed: boolean;
  /** The change the text is of, the last that is known of, and how many of the history are kept. */
  readonly revision: number;
  readonly newest: number;
  readonly entries: number;
}

/** What a writer is told of an essay that was rescued; empty when nothing is missing. */
export function rescueWords(outcome: Outcome, found: Found): string {
  return [textWords(outcome, found), detailWords(found), historyWords(outcome, found)]
    .filter(Boolean)
    .join(' ');
}

function textWords(outcome: Outcome, { isAllLast, revision, newest }: Found): string {
  const upTo =
    revision < newest
      ? `It is as of change ${revision}; changes up to ${newest} were saved after it.`
      : 'Changes that were saved later may be missing.';
  switch (outcome) {
    case 'whole':
      return '';
    case 'history':
      return 'Made again from its history, as it was saved last.';
    case 'backup':
      return isAllLast
        ? 'Taken from a backup; nothing is missing.'
        : `Taken from a backup. ${upTo}`;
    default:
      return `Taken from what of its history could be proved. ${upTo}`;
  }
}

function detailWords({ isDescribed }: Found): string {
  return isDescribed ? '' : 'Its title and details are lost.';
}

function historyWords(outcome: Outcome, { entries, newest }: Found): string {
  if (outcome !== 'whole' || entries >= newest) return '';
  return entries === 0
    ? 'Its text is as it was saved last; its history is lost.'
    : `Its text is as it was saved last; of its history the first ${entries} changes are kept.`;
}

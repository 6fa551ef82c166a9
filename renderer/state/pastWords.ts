import { Text } from '@codemirror/state';
import type { Past } from '#renderer/history/past.ts';
import type { Session } from '#renderer/history/sessions.ts';
import { breathing } from '#renderer/history/slices.ts';
import { wordDifference } from '#renderer/history/wordDifference.ts';

/** What a session did to the text, in words. */
export interface SessionWords {
  readonly came: number;
  readonly gone: number;
}

/**
 * Counts what each session changed, the newest first, in slices that no frame waits for. `onCount` is told some
 * at a time, by the session's first moment; `isWanted` says whether to go on.
 */
export async function countSessions(
  past: Past,
  sessions: readonly Session[],
  known: ReadonlyMap<number, SessionWords>,
  onCount: (counts: ReadonlyMap<number, SessionWords>) => void,
  isWanted: () => boolean,
): Promise<void> {
  const counts = new Map<number, SessionWords>();
  const breathe = breathing();
  for (const { first, last } of sessions.toReversed()) {
    // The session that still goes on is counted again.
    if (known.has(first) && last < past.moments.length - 1) continue;
    const { came, gone } = wordDifference(textBefore(past, first), past.text(last));
    counts.set(first, { came, gone });
    const rest = breathe();
    if (!rest) continue;
    onCount(counts);
    await rest;
    if (!isWanted()) return;
  }
  onCount(counts);
}

/** The text before a moment; an essay began from nothing. */
function textBefore(past: Past, moment: number): Text {
  return moment === 0 ? Text.empty : past.text(moment - 1);
}

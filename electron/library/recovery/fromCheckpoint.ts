import { hashOf } from '../body/pieces.ts';
import { parseLines } from '../journal/parseLines.ts';
import { type Replay, replayFrom } from '../journal/replay.ts';
import type { Evidence } from './evidence.ts';
import { withoutFirst } from './joinHistory.ts';

/**
 * The newest text that a history comes to from a checkpoint, though what came before it is lost. A text counts
 * only where its hash is right. Null when there is none.
 */
export function fromCheckpoint({
  checkpoints,
  parts,
}: Evidence): { readonly text: string; readonly revision: number } | null {
  let best: { text: string; revision: number } | null = null;
  for (const { number, text } of checkpoints) {
    if (best !== null && best.revision >= number) continue;
    best = { text, revision: number };
    const replay = replayFrom(text);
    let at = number;
    for (const { first, last, lines, textHash } of parts) {
      if (last <= at) continue;
      if (first > at + 1 || !applied(replay, withoutFirst(lines, at + 1 - first), last - at)) break;
      at = last;
      const now = replay.text();
      if (hashOf(now).equals(textHash)) best = { text: now, revision: at };
    }
  }
  return best;
}

/** False when the lines are not as many entries, or cannot be applied. */
function applied(replay: Replay, lines: string, count: number): boolean {
  try {
    const list = parseLines(lines);
    if (list.length !== count) return false;
    for (const entry of list) {
      if ('text' in entry) for (const step of entry.text) replay.apply(step);
    }
    return true;
  } catch {
    return false;
  }
}

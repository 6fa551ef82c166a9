import { hashOf } from '../body/pieces.ts';
import { parseLines } from '../journal/parseLines.ts';
import { type Replay, replayFrom } from '../journal/replay.ts';
import type { Evidence } from './evidence.ts';
import { withoutFirst } from './joinHistory.ts';

interface Reached {
  readonly text: string;
  readonly revision: number;
  /** Whether the history has the text's hash at this change: a checkpoint's own number has no hash, and may be hurt. */
  readonly isBorneOut: boolean;
}

/**
 * The newest text that a history comes to from a checkpoint, though what came before it is lost. A text counts
 * only where its hash is right. Null when there is none.
 */
export function fromCheckpoint({ checkpoints, parts }: Evidence): Reached | null {
  let best: Reached | null = null;
  for (const { number, text } of checkpoints) {
    if (best?.isBorneOut === true && best.revision >= number) continue;
    const ending = parts.find(({ last }) => last === number);
    let reached: Reached = {
      text,
      revision: number,
      isBorneOut: ending !== undefined && hashOf(text).equals(ending.textHash),
    };
    const replay = replayFrom(text);
    let at = number;
    for (const { first, last, lines, textHash } of parts) {
      if (last <= at) continue;
      if (first > at + 1 || !applied(replay, withoutFirst(lines, at + 1 - first), last - at)) break;
      at = last;
      const now = replay.text();
      if (hashOf(now).equals(textHash)) reached = { text: now, revision: at, isBorneOut: true };
    }
    if (best === null || isBetter(reached, best)) best = reached;
  }
  return best;
}

function isBetter(one: Reached, other: Reached): boolean {
  return one.isBorneOut === other.isBorneOut ? one.revision > other.revision : one.isBorneOut;
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

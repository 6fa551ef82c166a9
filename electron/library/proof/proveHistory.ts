import { createHash } from 'node:crypto';
import { hashOf } from '../body/pieces.ts';
import { afterEntry, type EssayState } from '../journal/essayState.ts';
import { parseLines } from '../journal/parseLines.ts';
import { readParts, type StoredPart } from '../journal/readParts.ts';
import { unpack } from '../journal/unpack.ts';
import type { Library } from '../library.ts';
import { statement } from '../statement.ts';

export interface HistoryProof {
  /** What the essay is by its history. Not to be relied on when that is broken. */
  readonly state: EssayState | null;
  /** How many of its first entries stand. */
  readonly entries: number;
  readonly bytes: number;
  /** Where the history is hurt, and how; null when it is whole. */
  readonly broken: { readonly entry: number; readonly reason: string } | null;
  /** Entries whose checkpoints are not the text that the history makes there. */
  readonly checkpoints: readonly number[];
}

/** Replays an essay's history, and holds every hash against what it makes. Stops at the first entry that is hurt. */
export function proveHistory(library: Library, key: number): HistoryProof {
  const checkpoints = readCheckpoints(library, key);
  const points = new Map(checkpoints.map((point) => [point.number, point]));
  const hurt = new Set(checkpoints.filter((point) => !isWhole(point)).map((point) => point.number));
  const hash = createHash('sha256');
  let state: EssayState | null = null;
  let entries = 0;
  let proved = 0;
  let bytes = checkpoints.reduce((sum, point) => sum + (point.size ?? 0), 0);
  const result = (broken: HistoryProof['broken']): HistoryProof => {
    for (const { number } of checkpoints) if (number > entries && broken === null) hurt.add(number);
    return { state, entries: proved, bytes, broken, checkpoints: [...hurt].sort((a, b) => a - b) };
  };

  const parts = readParts(library, key);
  let textHash: Buffer | null = null;
  while (true) {
    let part: StoredPart;
    try {
      const next = parts.next();
      if (next.done === true) {
        const isMissing = entries === 0;
        return result(isMissing ? { entry: 1, reason: 'it is missing' } : null);
      }
      part = next.value;
    } catch {
      return result({ entry: entries + 1, reason: 'it cannot be read' });
    }
    if (part.first !== entries + 1) {
      return result({ entry: entries + 1, reason: 'it is missing' });
    }
    hash.update(part.lines);
    bytes += part.lines.length;
    if (!hash.copy().digest().equals(part.headHash)) {
      return result({ entry: part.first, reason: 'it is not what was written' });
    }
    try {
      const list = parseLines(part.lines);
      if (list.length !== part.last - part.first + 1) {
        return result({ entry: part.first, reason: 'entries are missing' });
      }
      let isNewText = false;
      for (const entry of list) {
        state = afterEntry(state, entry, entries + 1);
        entries++;
        isNewText ||= 'text' in entry || 'start' in entry;
        const point = points.get(entries);
        if (point && !hashOf(state.replay.text()).equals(point.text_hash)) hurt.add(entries);
      }
      if (isNewText && state !== null) textHash = hashOf(state.replay.text());
    } catch {
      return result({ entry: entries + 1, reason: 'it does not fit what came before' });
    }
    if (textHash === null || !textHash.equals(part.textHash)) {
      return result({ entry: part.last, reason: 'it does not come to the text that was saved' });
    }
    proved = entries;
  }
}

interface CheckpointRow {
  readonly number: number;
  readonly text: Buffer;
  readonly text_hash: Buffer;
  size?: number;
}

function readCheckpoints(library: Library, key: number): readonly CheckpointRow[] {
  return statement<CheckpointRow>(
    library.db,
    'SELECT number, text, text_hash FROM checkpoint WHERE essay_key = ? ORDER BY number',
  ).all(key);
}

function isWhole(point: CheckpointRow): boolean {
  try {
    const text = unpack(point.text);
    point.size = text.length;
    return createHash('sha256').update(text).digest().equals(point.text_hash);
  } catch {
    return false;
  }
}

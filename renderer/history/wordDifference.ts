import type { Text } from '@codemirror/state';
import { countWords } from '#markdown/statistics.ts';
import { differingLines } from './lineDifference.ts';
import { type Run, shortestEdits } from './shortestEdits.ts';
import { piecesOf } from './words.ts';

/** A run of text that both have, that is gone, or that came. */
export interface DifferencePart {
  readonly kind: 'same' | 'gone' | 'came';
  readonly text: string;
}

/** Lines that are the same in both, or a stretch that is not, told word by word. */
export type DifferenceBlock =
  | { readonly kind: 'same'; readonly lines: readonly string[] }
  | {
      readonly kind: 'changed';
      readonly parts: readonly DifferencePart[];
      /** Whether it had lines before, and has lines now: a paragraph put in had none. */
      readonly hadLines: boolean;
      readonly hasLines: boolean;
    };

export interface Difference {
  readonly blocks: readonly DifferenceBlock[];
  /** Words that came, and words that are gone. */
  readonly came: number;
  readonly gone: number;
}

/** More pieces than this that differ in one stretch are told as gone and come as a whole. */
const mostPieces = 1_200;

/** What became of one text in another, in words as a reader sees them: put together, the parts are both texts. */
export function wordDifference(before: Text, after: Text): Difference {
  const old = [...before.iterLines()];
  const now = [...after.iterLines()];
  const blocks: DifferenceBlock[] = [];
  let [came, gone, reached] = [0, 0, 0];
  for (const { fromA, toA, fromB, toB } of differingLines(old, now)) {
    if (fromA > reached) blocks.push({ kind: 'same', lines: old.slice(reached, fromA) });
    const parts = partsOf(old.slice(fromA, toA).join('\n'), now.slice(fromB, toB).join('\n'));
    blocks.push({ kind: 'changed', parts, hadLines: toA > fromA, hasLines: toB > fromB });
    for (const part of parts) {
      if (part.kind === 'came') came += countWords(part.text);
      else if (part.kind === 'gone') gone += countWords(part.text);
    }
    reached = toA;
  }
  if (reached < old.length) blocks.push({ kind: 'same', lines: old.slice(reached) });
  return { blocks, came, gone };
}

function partsOf(before: string, after: string): DifferencePart[] {
  const old = piecesOf(before);
  const now = piecesOf(after);
  const parts: DifferencePart[] = [];
  const add = (kind: DifferencePart['kind'], pieces: readonly string[]) => {
    if (pieces.length > 0) parts.push({ kind, text: pieces.join('') });
  };
  let reached = 0;
  for (const { fromA, toA, fromB, toB } of readable(shortestEdits(old, now, mostPieces), old)) {
    add('same', old.slice(reached, fromA));
    add('gone', old.slice(fromA, toA));
    add('came', now.slice(fromB, toB));
    reached = toA;
  }
  add('same', old.slice(reached));
  return parts;
}

/** Joins runs that only a space, a mark or a short word keeps apart: nobody reads a sentence in crumbs. */
function readable(runs: readonly Run[], old: readonly string[]): Run[] {
  const joined: Run[] = [];
  for (const run of runs) {
    const last = joined.at(-1);
    if (last && isCrumb(old.slice(last.toA, run.fromA), last, run)) {
      joined[joined.length - 1] = { ...last, toA: run.toA, toB: run.toB };
    } else joined.push(run);
  }
  return joined;
}

function isCrumb(between: readonly string[], one: Run, other: Run): boolean {
  if (between.includes('\n')) return false;
  const isReplaced = (run: Run) => run.toA > run.fromA && run.toB > run.fromB;
  const words = between.filter((piece) => /[\p{L}\p{N}]/u.test(piece));
  if (words.length === 0) return isReplaced(one) || isReplaced(other);
  return words.length === 1 && isReplaced(one) && isReplaced(other) && words[0]!.length <= 3;
}

import { ChangeSet, type ChangeSpec, type Text } from '@codemirror/state';
import { type Run, shortestEdits } from './shortestEdits.ts';

/** More lines than this that differ are taken as one run. */
const mostLines = 300;

/** The lines of a text that are not those of another. */
export function differingLines(before: readonly string[], after: readonly string[]): Run[] {
  return shortestEdits(before, after, mostLines);
}

/** A change that makes one text into another, quickly found and small where few lines differ. */
export function lineDifference(before: Text, after: Text): ChangeSet {
  const old = [...before.iterLines()];
  const now = [...after.iterLines()];
  const changes: ChangeSpec[] = [];
  for (const { fromA, toA, fromB, toB } of differingLines(old, now)) {
    const gone = rangeOfLines(before, fromA, toA);
    const came = rangeOfLines(after, fromB, toB);
    // A line that only comes or goes takes a line break with it: the one after it, or at the end the one before.
    const insert = after.sliceString(came.from, came.to);
    if (toA > fromA && toB > fromB) {
      changes.push(trimmed(gone.from, before.sliceString(gone.from, gone.to), insert));
    } else if (toA > fromA) {
      const atEnd = toA === old.length;
      changes.push({ from: gone.from - (atEnd ? 1 : 0), to: gone.to + (atEnd ? 0 : 1) });
    } else if (fromA === old.length) changes.push({ from: before.length, insert: `\n${insert}` });
    else changes.push({ from: gone.from, insert: `${insert}\n` });
  }
  return ChangeSet.of(changes, before.length, '\n');
}

/** Where lines [from, to), counted from 0, stand, without the break after the last. */
function rangeOfLines(text: Text, from: number, to: number): { from: number; to: number } {
  const start = from < text.lines ? text.line(from + 1).from : text.length;
  return { from: start, to: to > from ? text.line(to).to : start };
}

function trimmed(at: number, gone: string, came: string): ChangeSpec {
  const shorter = Math.min(gone.length, came.length);
  let start = 0;
  while (start < shorter && gone[start] === came[start]) start++;
  let end = 0;
  while (end < shorter - start && gone.at(-1 - end) === came.at(-1 - end)) end++;
  return {
    from: at + start,
    to: at + gone.length - end,
    insert: came.slice(start, came.length - end),
  };
}

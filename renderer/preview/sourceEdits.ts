import { ChangeSet, type Text } from '@codemirror/state';
import type { SourceEdit } from '#markdown/types.ts';

/** A change set as the edits the page understands: ascending, positions in the text before all of them. */
export function sourceEdits(changes: ChangeSet): SourceEdit[] {
  const edits: SourceEdit[] = [];
  changes.iterChanges((from, to, _fromAfter, _toAfter, inserted) => {
    edits.push({ from, to, insert: inserted.toString() });
  });
  return edits;
}

/** The way back: edits of a text as the change set that makes them. */
export function changesOf(edits: readonly SourceEdit[], text: Text): ChangeSet {
  return ChangeSet.of(
    edits.map(({ from, to, insert }) => ({ from, to, insert })),
    text.length,
  );
}

/** Where a fractional line of the text before stands in the text after the changes. */
export function mapLine(line: number, changes: ChangeSet, before: Text, after: Text): number {
  const whole = Math.floor(line);
  if (whole < 0 || whole >= before.lines)
    return line + (whole < 0 ? 0 : after.lines - before.lines);
  const start = before.line(whole + 1).from;
  return after.lineAt(changes.mapPos(start, 1)).number - 1 + (line - whole);
}

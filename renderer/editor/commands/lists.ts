import {
  type ChangeSpec,
  countColumn,
  type EditorState,
  type Line,
  type StateCommand,
} from '@codemirror/state';
import { changeText, writtenLines } from './lines.ts';

/** Makes the selected lines items of a bullet list; takes the bullets away when all have one. */
export const toggleBulletList = toggleList('bullet');

/** Makes the selected lines items of a numbered list, counted from 1 at each depth. */
export const toggleOrderedList = toggleList('ordered');

/** Makes the selected lines tasks that are not done. */
export const toggleTaskList = toggleList('task');

/** Checks the selected tasks, or unchecks them when all are done. Does nothing where no line is a task. */
export const toggleTask: StateCommand = changeText((state) => {
  const tasks = writtenLines(state).filter((line) => parts(line).kind === 'task');
  if (tasks.length === 0) return null;
  const allDone = tasks.every((line) => /\[[xX]\]/.test(parts(line).marker));
  return tasks.map((line) => {
    const { lead, marker } = parts(line);
    const box = line.from + lead.length + marker.indexOf('[') + 1;
    return { from: box, to: box + 1, insert: allDone ? ' ' : 'x' };
  });
});

type ListKind = 'bullet' | 'ordered' | 'task';

function toggleList(kind: ListKind): StateCommand {
  return changeText((state) => {
    const lines = writtenLines(state);
    if (lines.every((line) => parts(line).kind === kind)) return lines.map(withoutMarker);
    const numbers = new Numbers();
    return lines.map((line) => withMarker(line, kind, numbers));
  });
}

function withoutMarker(line: Line): ChangeSpec {
  const { lead, marker } = parts(line);
  const from = line.from + lead.length;
  return { from, to: from + marker.length };
}

function withMarker(line: Line, kind: ListKind, numbers: Numbers): ChangeSpec {
  const { lead, marker, kind: old } = parts(line);
  const from = line.from + lead.length;
  const number = numbers.next(countColumn(lead, 4));
  const keeps = old === kind && kind !== 'ordered';
  const fresh = { bullet: '- ', ordered: `${number}. `, task: '- [ ] ' }[kind];
  return { from, to: from + marker.length, insert: keeps ? marker : fresh };
}

/** Counts items by their indent; a shallower item ends the counts of deeper ones. */
class Numbers {
  private readonly counts = new Map<number, number>();

  next(indent: number): number {
    for (const deeper of this.counts.keys()) if (deeper > indent) this.counts.delete(deeper);
    const count = (this.counts.get(indent) ?? 0) + 1;
    this.counts.set(indent, count);
    return count;
  }
}

function parts(line: Line): { lead: string; marker: string; kind: ListKind | null } {
  const [, lead = '', marker = ''] =
    /^((?:[ \t]*>)*[ \t]*)((?:[-+*]|\d{1,9}[.)])(?:[ \t]+|$)(?:\[[ xX]\](?:[ \t]+|$))?)?/.exec(
      line.text,
    )!;
  if (marker === '') return { lead, marker, kind: null };
  if (marker.includes('[')) return { lead, marker, kind: 'task' };
  return { lead, marker, kind: /^\d/.test(marker) ? 'ordered' : 'bullet' };
}

/** Whether the line starts an item of a list. */
export function isListItem(state: EditorState, position: number): boolean {
  return parts(state.doc.lineAt(position)).kind !== null;
}

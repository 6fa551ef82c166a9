import {
  EditorSelection,
  type EditorState,
  type SelectionRange,
  type StateCommand,
} from '@codemirror/state';
import { nodeAround } from './syntax.ts';

/** Makes the selection, or the word at the cursor, code; takes it back where it is. Code that holds backticks gets longer fences. */
export const toggleInlineCode: StateCommand = ({ state, dispatch }) => {
  if (state.readOnly) return false;
  const isBlock = (range: SelectionRange) =>
    nodeAround(state, range.from, range.to, ['FencedCode', 'CodeBlock']) !== null;
  if (state.selection.ranges.every(isBlock)) return false;
  const spec = state.changeByRange((range) => (isBlock(range) ? { range } : toggle(state, range)));
  dispatch(state.update(spec, { scrollIntoView: true, userEvent: 'input.format' }));
  return true;
};

function toggle(state: EditorState, range: SelectionRange) {
  const around =
    nodeAround(state, range.from, range.to, ['InlineCode']) ??
    nodeAround(state, Math.max(0, range.from - 1), Math.min(state.doc.length, range.to + 1), [
      'InlineCode',
    ]);
  if (around && (!range.empty || (range.head > around.from && range.head < around.to))) {
    const fence = /^`+/.exec(state.sliceDoc(around.from, around.to))![0].length;
    if (range.empty && range.head === around.to - fence) {
      return { range: EditorSelection.cursor(around.to) };
    }
    const changes = state.changes([
      { from: around.from, to: around.from + fence },
      { from: around.to - fence, to: around.to },
    ]);
    return {
      changes,
      range: mapped(range, changes.mapPos(range.from, 1), changes.mapPos(range.to, -1)),
    };
  }
  if (range.empty && state.sliceDoc(range.head - 1, range.head + 1) === '``') {
    return {
      changes: { from: range.head - 1, to: range.head + 1 },
      range: EditorSelection.cursor(range.head - 1),
    };
  }
  return wrap(state, range);
}

function wrap(state: EditorState, range: SelectionRange) {
  const target = range.empty ? (state.wordAt(range.head) ?? range) : trimmed(state, range);
  const text = state.sliceDoc(target.from, target.to);
  const fence = '`'.repeat(unusedLength(text));
  const pad = /^`|`$/.test(text) ? ' ' : '';
  const changes = state.changes([
    { from: target.from, insert: fence + pad },
    { from: target.to, insert: pad + fence },
  ]);
  if (target.empty) return { changes, range: EditorSelection.cursor(target.from + fence.length) };
  if (range.empty) {
    const side = range.head === target.to ? -1 : 1;
    return { changes, range: EditorSelection.cursor(changes.mapPos(range.head, side)) };
  }
  return {
    changes,
    range: mapped(range, changes.mapPos(target.from, 1), changes.mapPos(target.to, -1)),
  };
}

function trimmed(state: EditorState, range: SelectionRange): SelectionRange {
  const text = state.sliceDoc(range.from, range.to);
  if (!text.trim()) return range;
  const from = range.from + (text.length - text.trimStart().length);
  return EditorSelection.range(from, from + text.trim().length);
}

function mapped(range: SelectionRange, from: number, to: number): SelectionRange {
  if (range.empty) return EditorSelection.cursor(from);
  return range.anchor <= range.head
    ? EditorSelection.range(from, to)
    : EditorSelection.range(to, from);
}

/** The shortest fence that no run of backticks in the text has. */
function unusedLength(text: string): number {
  const used = new Set((text.match(/`+/g) ?? []).map((run) => run.length));
  let length = 1;
  while (used.has(length)) length++;
  return length;
}

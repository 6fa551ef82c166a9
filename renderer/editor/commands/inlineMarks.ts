import {
  type ChangeSpec,
  EditorSelection,
  type EditorState,
  type SelectionRange,
  type StateCommand,
} from '@codemirror/state';
import type { SyntaxNode } from '@lezer/common';
import { isInCode, nodeAround, treeUpTo } from './syntax.ts';

/** Makes the selection, or the word at the cursor, strong; takes it back where it is. */
export const toggleStrong = toggleMark({ node: 'StrongEmphasis', mark: '**' });

/** The same with emphasis. */
export const toggleEmphasis = toggleMark({ node: 'Emphasis', mark: '*' });

/** The same with strikethrough. */
export const toggleStrikethrough = toggleMark({ node: 'Strikethrough', mark: '~~' });

interface MarkKind {
  readonly node: string;
  readonly mark: string;
}

function toggleMark(kind: MarkKind): StateCommand {
  return ({ state, dispatch }) => {
    if (state.readOnly) return false;
    if (state.selection.ranges.every((range) => isInCode(state, range.from, range.to)))
      return false;
    const spec = state.changeByRange((range) => {
      if (isInCode(state, range.from, range.to)) return { range };
      return range.empty ? toggleAtCursor(state, range, kind) : toggleRange(state, range, kind);
    });
    dispatch(state.update(spec, { scrollIntoView: true, userEvent: 'input.format' }));
    return true;
  };
}

function toggleAtCursor(state: EditorState, range: SelectionRange, kind: MarkKind) {
  const { mark } = kind;
  const at = range.head;
  if (isBetweenMarks(state, at, mark)) {
    return {
      changes: { from: at - mark.length, to: at + mark.length },
      range: EditorSelection.cursor(at - mark.length),
    };
  }
  const around = nodeAround(state, at, at, [kind.node]);
  if (around && at > around.from && at < around.to) {
    // At the end of what it marks, the key means "enough of that".
    if (at === around.to - markLength(around, kind))
      return { range: EditorSelection.cursor(around.to) };
    return keepCursor(state, at, removal(around, kind));
  }
  const word = state.wordAt(at);
  if (word) return keepCursor(state, at, wrapping(word.from, word.to, mark), at === word.from);
  return {
    changes: { from: at, insert: mark + mark },
    range: EditorSelection.cursor(at + mark.length),
  };
}

function toggleRange(state: EditorState, range: SelectionRange, kind: MarkKind) {
  const pieces = piecesOf(state, range);
  if (pieces.length === 0) return { range };
  const marked = pieces.map((piece) => markedNode(state, piece, kind));
  const changes: ChangeSpec[] = [];
  for (const [index, piece] of pieces.entries()) {
    if (marked.every((node) => node)) changes.push(...removal(marked[index]!, kind));
    else if (!marked[index]) {
      changes.push(
        ...innerRemovals(state, piece, kind),
        ...wrapping(piece.from, piece.to, kind.mark),
      );
    }
  }
  const set = state.changes(changes);
  const first = pieces[0]!;
  const last = pieces.at(-1)!;
  const from = set.mapPos(first.from, 1);
  const to = set.mapPos(last.to, -1);
  const forward = range.anchor <= range.head;
  return {
    changes: set,
    range: forward ? EditorSelection.range(from, to) : EditorSelection.range(to, from),
  };
}

interface Piece {
  readonly from: number;
  readonly to: number;
}

/** A mark cannot span blocks, so each line's text is marked by itself, without its list or quote marks and outer spaces. */
function piecesOf(state: EditorState, range: SelectionRange): Piece[] {
  const pieces: Piece[] = [];
  const single = state.doc.lineAt(range.from).to >= range.to;
  for (let at = range.from; at <= range.to; ) {
    const line = state.doc.lineAt(at);
    const lead = single ? line.from : line.from + blockMarks(line.text);
    const from = Math.max(range.from, lead);
    const text = state.sliceDoc(from, Math.max(from, Math.min(range.to, line.to)));
    const start = from + (text.length - text.trimStart().length);
    if (text.trim()) pieces.push({ from: start, to: start + text.trim().length });
    at = line.to + 1;
  }
  return pieces;
}

function blockMarks(line: string): number {
  return /^[ \t>]*(?:[-+*][ \t]+(?:\[[ xX]\][ \t]+)?|\d{1,9}[.)][ \t]+|#{1,6}[ \t]+)?/.exec(
    line,
  )![0].length;
}

/** The node that marks this piece: around it, or exactly what is selected. */
function markedNode(state: EditorState, piece: Piece, kind: MarkKind): SyntaxNode | null {
  const around = nodeAround(state, piece.from, piece.to, [kind.node]);
  if (around) return around;
  const { mark } = kind;
  const outer = nodeAround(state, piece.from - mark.length, piece.to + mark.length, [kind.node]);
  const isExact = outer?.from === piece.from - mark.length && outer.to === piece.to + mark.length;
  return isExact ? outer : null;
}

function innerRemovals(state: EditorState, piece: Piece, kind: MarkKind): ChangeSpec[] {
  const removals: ChangeSpec[] = [];
  treeUpTo(state, piece.to).iterate({
    from: piece.from,
    to: piece.to,
    enter(node) {
      const isInside = node.from >= piece.from && node.to <= piece.to;
      if (node.name === kind.node && isInside) removals.push(...removal(node.node, kind));
    },
  });
  return removals;
}

function wrapping(from: number, to: number, mark: string): ChangeSpec[] {
  return [
    { from, insert: mark },
    { from: to, insert: mark },
  ];
}

function removal(node: SyntaxNode, kind: MarkKind): ChangeSpec[] {
  const length = markLength(node, kind);
  return [
    { from: node.from, to: node.from + length },
    { from: node.to - length, to: node.to },
  ];
}

function markLength(node: SyntaxNode, kind: MarkKind): number {
  const first = node.firstChild;
  return first?.from === node.from && first.name.endsWith('Mark')
    ? first.to - first.from
    : kind.mark.length;
}

function keepCursor(state: EditorState, at: number, changes: ChangeSpec[], isStart = false) {
  const set = state.changes(changes);
  return { changes: set, range: EditorSelection.cursor(set.mapPos(at, isStart ? 1 : -1)) };
}

/** Between a pair of exactly these marks with nothing in it, as the command itself leaves them. */
function isBetweenMarks(state: EditorState, at: number, mark: string): boolean {
  const sign = mark[0]!;
  const before = /(.)\1*$/.exec(state.sliceDoc(Math.max(0, at - 4), at))?.[0];
  const after = /^(.)\1*/.exec(state.sliceDoc(at, at + 4))?.[0];
  return before === after && before?.[0] === sign && before === mark;
}

import type { EditorState, Line } from '@codemirror/state';
import { nodeAround } from './syntax.ts';

/** A cell's text without the spaces around it; in an empty cell both ends are where its text goes. */
export interface Cell {
  readonly from: number;
  readonly to: number;
}

/** A table of the text: the header is row 0; the row of dashes is not among them. */
export interface TableText {
  readonly from: number;
  readonly to: number;
  readonly rows: readonly { readonly line: Line; readonly cells: readonly Cell[] }[];
  readonly delimiter: Line;
  /** What stands before the table on each of its lines: quote marks and indent. */
  readonly lead: string;
}

/** The GFM table that a position is in, or null. */
export function tableAt(state: EditorState, position: number): TableText | null {
  const line = state.doc.lineAt(position);
  const node =
    nodeAround(state, position, position, ['Table']) ??
    nodeAround(state, line.to, line.to, ['Table']);
  if (!node) return null;
  const first = state.doc.lineAt(node.from);
  const last = state.doc.lineAt(node.to);
  if (last.number < first.number + 1) return null;
  const leadLength = node.from - first.from;
  const rows = [];
  for (let number = first.number; number <= last.number; number++) {
    if (number === first.number + 1) continue;
    const row = state.doc.line(number);
    rows.push({ line: row, cells: cellsOf(row, leadLength) });
  }
  return {
    from: first.from,
    to: last.to,
    rows,
    delimiter: state.doc.line(first.number + 1),
    lead: first.text.slice(0, leadLength),
  };
}

/** The cells of a row: parted by pipes that no backslash escapes; those at the ends are borders. */
function cellsOf(line: Line, lead = 0): Cell[] {
  const cells: Cell[] = [];
  const { text } = line;
  let start = lead + /^[ \t]*\|?/.exec(text.slice(lead))![0].length;
  for (let at = start; at <= text.length; at++) {
    if (text[at] === '\\') at++;
    else if (text[at] === '|') {
      cells.push(cell(line, start, at));
      start = at + 1;
    }
  }
  if (/\S/.test(text.slice(start))) cells.push(cell(line, start, text.length));
  return cells;
}

function cell(line: Line, from: number, to: number): Cell {
  const text = line.text.slice(from, to);
  const written = text.trim();
  if (!written) {
    const at = line.from + from + Math.min(1, text.length);
    return { from: at, to: at };
  }
  const start = line.from + from + text.indexOf(written);
  return { from: start, to: start + written.length };
}

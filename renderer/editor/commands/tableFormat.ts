import type { EditorState, StateCommand } from '@codemirror/state';
import { insertion } from './lines.ts';
import { type TableText, tableAt } from './tableText.ts';

/** Lines up the columns of the table at the cursor, by what the signs take in the writing face. Only when asked. */
export const formatTable: StateCommand = ({ state, dispatch }) => {
  const table = tableAt(state, state.selection.main.head);
  if (!table || state.readOnly) return false;
  const text = formatted(state, table);
  if (text === state.sliceDoc(table.from, table.to)) return true;
  dispatch(
    state.update({
      changes: { from: table.from, to: table.to, insert: insertion(text) },
      selection: { anchor: table.from + table.lead.length + 2 },
      scrollIntoView: true,
      userEvent: 'input.format',
    }),
  );
  return true;
};

type Alignment = 'left' | 'right' | 'centre' | 'none';

function formatted(state: EditorState, table: TableText): string {
  const rows = table.rows.map((row) => row.cells.map((cell) => state.sliceDoc(cell.from, cell.to)));
  const alignments = [...table.delimiter.text.matchAll(/(:?)-+(:?)/g)].map(alignmentOf);
  const columns = Math.max(alignments.length, ...rows.map((row) => row.length));
  const widths = Array.from({ length: columns }, (_, column) =>
    Math.max(3, ...rows.map((row) => signWidth(row[column] ?? ''))),
  );
  const lines = rows.map((row) =>
    widths.map((width, column) => padded(row[column] ?? '', width, alignments[column] ?? 'none')),
  );
  const dashes = widths.map((width, column) => dashesOf(width, alignments[column] ?? 'none'));
  lines.splice(1, 0, dashes);
  return lines.map((cells) => `${table.lead}| ${cells.join(' | ')} |`).join('\n');
}

function alignmentOf([, left, right]: RegExpExecArray): Alignment {
  if (left && right) return 'centre';
  if (right) return 'right';
  return left ? 'left' : 'none';
}

function padded(text: string, width: number, alignment: Alignment): string {
  const space = width - signWidth(text);
  const before = alignment === 'right' ? space : alignment === 'centre' ? Math.floor(space / 2) : 0;
  return ' '.repeat(before) + text + ' '.repeat(space - before);
}

function dashesOf(width: number, alignment: Alignment): string {
  const left = alignment === 'left' || alignment === 'centre' ? ':' : '';
  const right = alignment === 'right' || alignment === 'centre' ? ':' : '';
  return left + '-'.repeat(width - left.length - right.length) + right;
}

/** Columns that a text takes: marks none, East Asian wide signs and emoji two. */
function signWidth(text: string): number {
  let width = 0;
  for (const sign of text) {
    if (/\p{Mn}|\p{Me}|\p{Cf}/u.test(sign)) continue;
    width +=
      /[\u1100-\u115f\u2e80-\ua4cf\uac00-\ud7a3\uf900-\ufaff\ufe30-\ufe6f\uff00-\uff60\uffe0-\uffe6\u{1f300}-\u{1faff}\u{20000}-\u{3fffd}]/u.test(
        sign,
      )
        ? 2
        : 1;
  }
  return width;
}

import { EditorSelection, type EditorState, type StateCommand } from '@codemirror/state';
import { blockPlace, insertion } from './lines.ts';
import { type Cell, type TableText, tableAt } from './tableText.ts';

/** Puts a table of two columns after the cursor's line and selects its first heading. */
export const insertTable: StateCommand = ({ state, dispatch }) => {
  if (state.readOnly || tableAt(state, state.selection.main.head)) return false;
  const place = blockPlace(state, state.selection.main.to);
  const start = place.from + place.before.length + 2;
  const text = '| Column | Column |\n| --- | --- |\n|  |  |';
  dispatch(
    state.update({
      changes: {
        from: place.from,
        to: place.to,
        insert: insertion(place.before + text + place.after),
      },
      selection: EditorSelection.range(start, start + 'Column'.length),
      scrollIntoView: true,
      userEvent: 'input.format',
    }),
  );
  return true;
};

/** Selects the next cell of the table; after the last one adds a row. False outside a table. */
export const nextCell: StateCommand = (target) => moveCell(target, 1);

/** Selects the cell before. False outside a table and in its first cell. */
export const previousCell: StateCommand = (target) => moveCell(target, -1);

/** Adds an empty row below the cursor's and goes to its first cell. False outside a table. */
export const addRow: StateCommand = ({ state, dispatch }) => {
  const table = tableAt(state, state.selection.main.head);
  if (!table || state.readOnly) return false;
  const line = state.doc.lineAt(state.selection.main.head);
  const after = line.number <= table.delimiter.number ? table.delimiter : line;
  const row = emptyRow(table);
  dispatch(
    state.update({
      changes: { from: after.to, insert: insertion(`\n${row}`) },
      selection: EditorSelection.cursor(after.to + 1 + table.lead.length + 2),
      scrollIntoView: true,
      userEvent: 'input.format',
    }),
  );
  return true;
};

/** Adds an empty column after the cursor's. False outside a table. */
export const addColumn: StateCommand = ({ state, dispatch }) => {
  const table = tableAt(state, state.selection.main.head);
  if (!table || state.readOnly) return false;
  const column = columnAt(state, table);
  const changes = table.rows.map(({ line, cells }) => ({
    from: endOfCell(line.from, line.text, cells, column),
    insert: ' |  ',
  }));
  const dashes = state.doc.lineAt(table.delimiter.from);
  const dashEnds = [...dashes.text.matchAll(/:?-+:?/g)].map(
    (match) => match.index + match[0].length,
  );
  const dashEnd = dashes.from + (dashEnds[column] ?? dashes.length);
  const all = state.changes([...changes, { from: dashEnd, insert: ' | ---' }]);
  dispatch(
    state.update({
      changes: all,
      selection: state.selection.map(all),
      scrollIntoView: true,
      userEvent: 'input.format',
    }),
  );
  return true;
};

function moveCell({ state, dispatch }: Parameters<StateCommand>[0], step: 1 | -1): boolean {
  const { head } = state.selection.main;
  const table = tableAt(state, head);
  if (!table) return false;
  const cells = table.rows.flatMap((row) => row.cells);
  const next =
    step > 0
      ? cells.find((cell) => cell.from > head)
      : cells.findLast((cell) => cell.to < state.selection.main.from);
  if (next) {
    dispatch(state.update({ selection: rangeOf(next), scrollIntoView: true, userEvent: 'select' }));
    return true;
  }
  if (step < 0 || state.readOnly) return false;
  dispatch(
    state.update({
      changes: { from: table.to, insert: insertion(`\n${emptyRow(table)}`) },
      selection: EditorSelection.cursor(table.to + 1 + table.lead.length + 2),
      scrollIntoView: true,
      userEvent: 'input.format',
    }),
  );
  return true;
}

function rangeOf(cell: Cell) {
  return EditorSelection.range(cell.from, cell.to);
}

function emptyRow(table: TableText): string {
  return `${table.lead}|${'  |'.repeat(table.rows[0]!.cells.length)}`;
}

function columnAt(state: EditorState, table: TableText): number {
  const { head } = state.selection.main;
  const row = table.rows.find(({ line }) => line.from <= head && head <= line.to) ?? table.rows[0]!;
  const column = row.cells.findIndex((cell) => head <= cell.to);
  return column < 0 ? row.cells.length - 1 : column;
}

function endOfCell(lineFrom: number, text: string, cells: readonly Cell[], column: number): number {
  const cell = cells[Math.min(column, cells.length - 1)];
  return cell ? cell.to : lineFrom + text.length;
}

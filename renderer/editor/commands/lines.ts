import {
  type ChangeSpec,
  type EditorState,
  type Line,
  type StateCommand,
  Text,
} from '@codemirror/state';

/** The lines a selection touches, in order, each once. A range that ends at a line's start leaves that line out. */
export function selectedLines(state: EditorState): Line[] {
  const lines: Line[] = [];
  for (const range of state.selection.ranges) {
    let line = state.doc.lineAt(range.from);
    for (;;) {
      if (lines.at(-1)?.number !== line.number) lines.push(line);
      if (line.to >= range.to || line.number === state.doc.lines) break;
      line = state.doc.line(line.number + 1);
      if (line.from === range.to) break;
    }
  }
  return lines;
}

/** The selected lines without the blank ones, unless all are blank. */
export function writtenLines(state: EditorState): Line[] {
  const lines = selectedLines(state);
  const written = lines.filter((line) => /\S/.test(line.text));
  return written.length > 0 ? written : lines.slice(0, 1);
}

/** Makes changes and keeps the selection on the same text, cursors after what is put at their place. */
export function changeText(changes: (state: EditorState) => ChangeSpec[] | null): StateCommand {
  return ({ state, dispatch }) => {
    const specs = changes(state);
    if (!specs || state.readOnly) return false;
    const set = state.changes(specs);
    dispatch(
      state.update({
        changes: set,
        selection: state.selection.map(set, 1),
        scrollIntoView: true,
        userEvent: 'input.format',
      }),
    );
    return true;
  };
}

/** Where a block of its own can stand at `position`, and the line breaks that part it from its neighbours. */
export function blockPlace(
  state: EditorState,
  position: number,
): { readonly from: number; readonly to: number; readonly before: string; readonly after: string } {
  const line = state.doc.lineAt(position);
  const isBlank = !/\S/.test(line.text);
  const above = isBlank ? lineText(state, line.number - 1) : line.text;
  const below = lineText(state, line.number + 1);
  const before = isBlank ? '' : '\n';
  return {
    from: isBlank ? line.from : line.to,
    to: line.to,
    before: /\S/.test(above) ? `${before}\n` : before,
    after: /\S/.test(below) ? '\n' : '',
  };
}

/** Text with line breaks as a change wants it, whatever the state's own line separator. */
export function insertion(text: string): Text {
  return Text.of(text.split('\n'));
}

function lineText(state: EditorState, number: number): string {
  return number < 1 || number > state.doc.lines ? '' : state.doc.line(number).text;
}

import { EditorSelection, type EditorState, type StateCommand } from '@codemirror/state';
import { blockPlace, insertion, selectedLines } from './lines.ts';
import { nodeAround } from './syntax.ts';

/** Fences the selected lines as code, with the cursor where the language is named; takes the fences away inside a code block. */
export const toggleCodeBlock: StateCommand = ({ state, dispatch }) => {
  if (state.readOnly) return false;
  const { main } = state.selection;
  const block = nodeAround(state, main.from, main.to, ['FencedCode']);
  const spec = block ? unfenced(state, block.from, block.to) : fenced(state);
  dispatch(state.update({ ...spec, scrollIntoView: true, userEvent: 'input.format' }));
  return true;
};

function fenced(state: EditorState) {
  const lines = selectedLines(state);
  const first = lines[0]!;
  const last = lines.at(-1)!;
  const text = state.sliceDoc(first.from, last.to);
  const fence = fenceFor(text);
  if (!text.trim()) {
    const place = blockPlace(state, first.from);
    const insert = insertion(`${place.before}${fence}\n\n${fence}${place.after}`);
    const cursor = place.from + place.before.length + fence.length;
    return {
      changes: { from: place.from, to: place.to, insert },
      selection: EditorSelection.cursor(cursor),
    };
  }
  return {
    changes: [
      { from: first.from, insert: insertion(`${fence}\n`) },
      { from: last.to, insert: insertion(`\n${fence}`) },
    ],
    selection: EditorSelection.cursor(first.from + fence.length),
  };
}

function unfenced(state: EditorState, from: number, to: number) {
  const first = state.doc.lineAt(from);
  const last = state.doc.lineAt(to);
  const isClosed = last.number > first.number && /^[\s>]*(`{3,}|~{3,})\s*$/.test(last.text);
  const changes = state.changes([
    { from: first.from, to: Math.min(state.doc.length, first.to + 1) },
    ...(isClosed ? [{ from: Math.max(last.from - 1, first.to + 1), to: last.to }] : []),
  ]);
  return { changes, selection: state.selection.map(changes, 1) };
}

/** Three backticks, or more than any run of them that starts a line. */
function fenceFor(text: string): string {
  const runs = [...text.matchAll(/^[ \t]*(`{3,})/gm)].map((match) => match[1]!.length);
  return '`'.repeat(Math.max(3, ...runs.map((length) => length + 1)));
}

import { language } from '@codemirror/language';
import {
  EditorSelection,
  EditorState,
  type SelectionRange,
  type StateCommand,
} from '@codemirror/state';
import { markdownSupport } from '#renderer/editor/markdownSupport.ts';

/**
 * The text that a command leaves, its selection marked as in the text given: `‸` a cursor, `«…»` a range,
 * `»…«` one whose head comes first. Null when the command does not apply.
 */
export function run(command: StateCommand, text: string): string | null {
  const state = stateOf(text);
  let result: EditorState | null = null;
  const applies = command({
    state,
    dispatch: (transaction) => {
      result = transaction.state;
    },
  });
  if (!applies) return null;
  return marked(result ?? state);
}

/** A Markdown state with the selection that the text marks. */
export function stateOf(text: string): EditorState {
  const ranges: SelectionRange[] = [];
  let doc = '';
  let start = -1;
  for (const sign of text) {
    if (sign === '‸') ranges.push(EditorSelection.cursor(doc.length));
    else if (sign === '«' || sign === '»') {
      if (start < 0) start = doc.length;
      else {
        const [from, to] = sign === '»' ? [start, doc.length] : [doc.length, start];
        ranges.push(EditorSelection.range(from, to));
        start = -1;
      }
    } else doc += sign;
  }
  return EditorState.create({
    doc,
    selection: EditorSelection.create(ranges.length > 0 ? ranges : [EditorSelection.cursor(0)]),
    extensions: [markdownSupport(), EditorState.allowMultipleSelections.of(true)],
  });
}

function marked(state: EditorState): string {
  let text = state.doc.toString();
  for (const range of [...state.selection.ranges].reverse()) {
    if (range.empty) text = insert(text, range.head, '‸');
    else {
      const forward = range.anchor < range.head;
      text = insert(text, range.to, forward ? '»' : '«');
      text = insert(text, range.from, forward ? '«' : '»');
    }
  }
  return text;
}

function insert(text: string, at: number, sign: string): string {
  return text.slice(0, at) + sign + text.slice(at);
}

/** The names of the nodes that the editor's Markdown parser makes of a text, in order. */
export function parseMarkdown(text: string): string[] {
  const state = EditorState.create({ extensions: [markdownSupport()] });
  const names: string[] = [];
  state
    .facet(language)!
    .parser.parse(text)
    .iterate({ enter: (node) => void names.push(node.name) });
  return names;
}

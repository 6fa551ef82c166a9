import { EditorSelection, type EditorState, type StateCommand } from '@codemirror/state';
import { EditorView } from '@codemirror/view';
import { insertion } from './lines.ts';
import { isInCode } from './syntax.ts';

/**
 * Adds a footnote with the next free number and goes to its text at the end of the essay.
 * On a reference, goes to its text and adds it if there is none; in a text, goes back to the first reference.
 */
export const footnote: StateCommand = ({ state, dispatch }) => {
  const at = state.selection.main.head;
  const definition = definitionAt(state, at);
  const reference = definition ? null : referenceAt(state, at);
  if (definition) {
    const place = findReference(state, definition);
    if (place === null) return false;
    dispatch(state.update(goTo(place)));
    return true;
  }
  if (reference) {
    const place = findDefinition(state, reference);
    if (place !== null) dispatch(state.update(goTo(place)));
    else if (state.readOnly) return false;
    else dispatch(state.update(addFootnote(state, null, reference)));
    return true;
  }
  if (state.readOnly || isInCode(state, at)) return false;
  dispatch(state.update(addFootnote(state, state.selection.main.to, nextNumber(state))));
  return true;
};

function addFootnote(state: EditorState, at: number | null, label: string) {
  const end = state.doc.length;
  const last = state.doc.line(lastWritten(state));
  const gap = definitionLabel(last.text) || last.length === 0 ? '\n' : '\n\n';
  const text = insertion(`${gap}[^${label}]: `);
  const reference = at === null ? [] : [{ from: at, insert: `[^${label}]` }];
  const changes = state.changes([...reference, { from: last.to, to: end, insert: text }]);
  return {
    changes,
    selection: EditorSelection.cursor(changes.newLength),
    scrollIntoView: true,
    userEvent: 'input.format',
  };
}

function goTo(place: number) {
  return {
    selection: EditorSelection.cursor(place),
    effects: EditorView.scrollIntoView(place, { y: 'center' }),
    userEvent: 'select',
  };
}

const labelSigns = String.raw`[^\]\s[]+`;
const definitionStart = new RegExp(`^ {0,3}\\[\\^(${labelSigns})\\]:[ \\t]*`);

function definitionLabel(line: string): string | null {
  return definitionStart.exec(line)?.[1] ?? null;
}

/** The footnote whose text the position is in, its indented lines included. */
function definitionAt(state: EditorState, at: number): string | null {
  const start = state.doc.lineAt(at);
  const own = definitionLabel(start.text);
  if (own || !/^(?: {4}|\t)/.test(start.text)) return own;
  for (let number = start.number - 1; number >= 1; number--) {
    const line = state.doc.line(number);
    const label = definitionLabel(line.text);
    if (label || !/^(?: {4}|\t|\s*$)/.test(line.text)) return label;
  }
  return null;
}

function referenceAt(state: EditorState, at: number): string | null {
  const line = state.doc.lineAt(at);
  for (const match of line.text.matchAll(new RegExp(`\\[\\^(${labelSigns})\\]`, 'g'))) {
    const from = line.from + match.index;
    if (at >= from && at <= from + match[0].length) return match[1]!;
  }
  return null;
}

function findDefinition(state: EditorState, label: string): number | null {
  for (let number = state.doc.lines; number >= 1; number--) {
    const line = state.doc.line(number);
    const start = line.text.includes('[^') ? definitionStart.exec(line.text) : null;
    if (start?.[1] === label) return line.from + start[0].length;
  }
  return null;
}

function findReference(state: EditorState, label: string): number | null {
  let from = 0;
  for (const line of state.doc.iterLines()) {
    const at = line.indexOf(`[^${label}]`);
    if (at >= 0 && definitionLabel(line) !== label) return from + at + label.length + 3;
    from += line.length + 1;
  }
  return null;
}

function nextNumber(state: EditorState): string {
  let highest = 0;
  for (const line of state.doc.iterLines()) {
    if (!line.includes('[^')) continue;
    for (const match of line.matchAll(/\[\^(\d{1,6})\]/g))
      highest = Math.max(highest, Number(match[1]));
  }
  return String(highest + 1);
}

function lastWritten(state: EditorState): number {
  let number = state.doc.lines;
  while (number > 1 && !/\S/.test(state.doc.line(number).text)) number--;
  return number;
}

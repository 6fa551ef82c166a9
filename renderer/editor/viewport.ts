import { EditorSelection, type StateEffect } from '@codemirror/state';
import { EditorView } from '@codemirror/view';
import { flashLine } from './look/flashLine.ts';

/**
 * The source line at the top of what is visible, from 0, with the part of it that is scrolled past:
 * 4.5 is half of line 4, however many rows it takes. The title above the text counts from -1 to 0.
 */
export function topLine(view: EditorView): number {
  const y = view.scrollDOM.getBoundingClientRect().top - view.documentTop;
  if (y < 0) {
    const room = view.scrollDOM.scrollTop - y;
    return room > 0 ? y / room : 0;
  }
  const block = view.lineBlockAtHeight(y);
  const line = view.state.doc.lineAt(block.from).number - 1;
  return line + Math.min(Math.max((y - block.top) / block.height, 0), 0.9999);
}

/** How much of the last half window is scrolled past: 1 at the very end, 0 for a text that does not scroll. */
export function nearEnd(view: EditorView): number {
  const { scrollTop, scrollHeight, clientHeight } = view.scrollDOM;
  const furthest = scrollHeight - clientHeight;
  const stretch = Math.min(clientHeight / 2, furthest);
  return stretch < 1 ? 0 : Math.max(0, Math.min(1, 1 - (furthest - scrollTop) / stretch));
}

/** Puts the cursor on a line, or selects [from, to) in it, where it can be read in its context, and shows the line for a moment. */
export function goToLine(
  view: EditorView,
  line: number,
  select?: { readonly from: number; readonly to: number },
): void {
  const { doc } = view.state;
  const target = doc.line(Math.min(Math.max(Math.trunc(line), 0), doc.lines - 1) + 1);
  const at = (column: number) => Math.min(target.from + Math.max(column, 0), target.to);
  const range = select
    ? EditorSelection.range(at(select.from), at(select.to))
    : EditorSelection.cursor(target.from);
  view.dispatch({
    selection: range,
    effects: isInView(view, range.from) ? [] : intoView(view, range.from),
    userEvent: 'select',
  });
  flashLine(view, target.from);
}

function isInView(view: EditorView, position: number): boolean {
  const { top, bottom } = view.scrollDOM.getBoundingClientRect();
  const place = view.coordsAtPos(position);
  return place !== null && place.top >= top && place.bottom <= bottom;
}

function intoView(view: EditorView, position: number): StateEffect<unknown> {
  const yMargin = Math.round(view.scrollDOM.clientHeight * 0.22);
  return EditorView.scrollIntoView(position, { y: 'start', yMargin });
}

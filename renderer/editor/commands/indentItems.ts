import { countColumn, type EditorState, type Line, type StateCommand } from '@codemirror/state';
import { changeText, selectedLines } from './lines.ts';
import { isListItem } from './lists.ts';

/** Makes the selected list items children of the item above. False outside a list. */
export const indentItems: StateCommand = (target) => {
  if (!isListItem(target.state, target.state.selection.main.from)) return false;
  return changeText((state) => {
    const lines = selectedLines(state);
    const width = markerWidthAbove(state, lines[0]!);
    return lines
      .filter((line) => line.length > 0)
      .map((line) => ({ from: line.from + quoteEnd(line), insert: ' '.repeat(width) }));
  })(target);
};

/** Moves the selected list items one level out. False outside a list and at its outermost level. */
export const outdentItems: StateCommand = (target) => {
  const { state } = target;
  if (!isListItem(state, state.selection.main.from)) return false;
  const first = selectedLines(state)[0]!;
  const width = indentOf(first) - indentOfParent(state, first);
  if (width <= 0) return false;
  return changeText((now) =>
    selectedLines(now).map((line) => {
      const from = line.from + quoteEnd(line);
      const indent = /^[ \t]*/.exec(line.text.slice(quoteEnd(line)))![0];
      let length = 0;
      while (length < indent.length && countColumn(indent, 4, length) < width) length++;
      return { from, to: from + length };
    }),
  )(target);
};

function quoteEnd(line: Line): number {
  return /^(?:[ \t]*> ?)*/.exec(line.text)![0].length;
}

function indentOf(line: Line): number {
  return countColumn(/^[ \t]*/.exec(line.text.slice(quoteEnd(line)))![0], 4);
}

/** How far a child of the nearest item above at this depth is indented from it. */
function markerWidthAbove(state: EditorState, line: Line): number {
  for (let number = line.number; number >= 1; number--) {
    const above = number === line.number ? null : state.doc.line(number);
    if (!above) continue;
    const marker = /^[ \t]*((?:[-+*]|\d{1,9}[.)])[ \t]+)/.exec(above.text.slice(quoteEnd(above)));
    if (marker && indentOf(above) <= indentOf(line)) return Math.min(marker[1]!.length, 4);
    if (!/\S/.test(above.text) && line.number - number > 50) break;
  }
  return 2;
}

function indentOfParent(state: EditorState, line: Line): number {
  const own = indentOf(line);
  for (let number = line.number - 1; number >= 1; number--) {
    const above = state.doc.line(number);
    if (/\S/.test(above.text) && indentOf(above) < own) return indentOf(above);
  }
  return 0;
}

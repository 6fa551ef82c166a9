import { EditorSelection, type StateCommand } from '@codemirror/state';
import { blockPlace, insertion } from './lines.ts';

/** Puts a thematic break after the cursor's line, with the cursor on a new line below it. */
export const insertRule: StateCommand = ({ state, dispatch }) => {
  if (state.readOnly) return false;
  const place = blockPlace(state, state.selection.main.to);
  const insert = insertion(`${place.before}---\n\n`);
  dispatch(
    state.update({
      changes: { from: place.from, to: place.to, insert },
      selection: EditorSelection.cursor(place.from + insert.length),
      scrollIntoView: true,
      userEvent: 'input.format',
    }),
  );
  return true;
};

import { Compartment, EditorState, type Extension } from '@codemirror/state';
import { drawSelection } from '@codemirror/view';

/**
 * A single cursor and its selection are the browser's own: drawn by the editor, they took a third of the time from a
 * key to its letter. Several, which a browser cannot show, are drawn; those do not blink, since an animation has the
 * browser make a frame at every tick of the screen.
 */
export const caret: Extension = [
  EditorState.allowMultipleSelections.of(true),
  EditorState.transactionExtender.of(({ startState, newSelection }) => {
    const areSeveral = newSelection.ranges.length > 1;
    if (areSeveral === (drawing.get(startState) === drawn)) return null;
    return { effects: drawing.reconfigure(areSeveral ? drawn : []) };
  }),
];

const drawing = new Compartment();
const drawn = drawSelection({ cursorBlinkRate: 0 });

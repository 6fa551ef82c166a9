import type { Extension } from '@codemirror/state';
import { dropCursor, EditorView } from '@codemirror/view';

/** Text can be dragged about, with a cursor where it would land. Files are left to the window, which imports them. */
export const fileDrops: Extension = [
  dropCursor(),
  EditorView.domEventHandlers({
    dragover(event, view) {
      view.dom.classList.toggle('cm-filesOver', bringsFiles(event));
      return false;
    },
    drop(event, view) {
      view.dom.classList.remove('cm-filesOver');
      // Said to be handled, so that the editor does not read the file into the text.
      return bringsFiles(event);
    },
  }),
];

function bringsFiles(event: DragEvent): boolean {
  return event.dataTransfer?.types.includes('Files') ?? false;
}

import type { Extension } from '@codemirror/state';
import { EditorView } from '@codemirror/view';

/** Hands on images that are pasted as files. Where text comes with them, as from a word processor, the text is meant. */
export function imagePaste(take: (files: readonly File[]) => void): Extension {
  return EditorView.domEventHandlers({
    paste(event, view) {
      const { clipboardData } = event;
      if (!clipboardData || view.state.readOnly || clipboardData.getData('text/plain'))
        return false;
      const files = [...clipboardData.files].filter(({ type }) => type.startsWith('image/'));
      if (files.length === 0) return false;
      take(files);
      return true;
    },
  });
}

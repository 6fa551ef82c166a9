import type { Extension } from '@codemirror/state';
import { EditorView } from '@codemirror/view';
import { destination, isAddress } from '../commands/link.ts';
import { isInCode } from '../commands/syntax.ts';

/**
 * Pastes as a writer means it: an address over a selection makes a link of it, formatted text becomes
 * Markdown. In code, from a code editor, and with Shift held the plain text is pasted.
 */
export const smartPaste: Extension = (() => {
  let plainly = false;
  return EditorView.domEventHandlers({
    keydown(event) {
      plainly = event.shiftKey && (event.ctrlKey || event.metaKey) && event.code === 'KeyV';
      return false;
    },
    paste(event, view) {
      const isPlain = plainly;
      plainly = false;
      const { clipboardData } = event;
      const { main } = view.state.selection;
      if (!clipboardData || view.state.readOnly || isPlain) return false;
      if (isInCode(view.state, main.from, main.to)) return false;
      return pasteLink(view, clipboardData) || pasteMarkdown(view, clipboardData);
    },
  });
})();

/** Larger pieces are pasted as the plain text they come with. */
const largestHtml = 1_000_000;

function pasteLink(view: EditorView, clipboard: DataTransfer): boolean {
  const address = clipboard.getData('text/plain').trim();
  const { state } = view;
  if (!isAddress(address) || state.selection.ranges.some((range) => range.empty)) return false;
  const texts = state.selection.ranges.map((range) => state.sliceDoc(range.from, range.to));
  if (texts.some((text) => isAddress(text) || /[[\]\n]/.test(text))) return false;
  const changes = state.changes(
    state.selection.ranges.flatMap(({ from, to }) => [
      { from, insert: '[' },
      { from: to, insert: `](${destination(address)})` },
    ]),
  );
  view.dispatch({
    changes,
    selection: state.selection.map(changes, 1),
    scrollIntoView: true,
    userEvent: 'input.paste',
  });
  return true;
}

function pasteMarkdown(view: EditorView, clipboard: DataTransfer): boolean {
  const html = clipboard.getData('text/html');
  const plain = clipboard.getData('text/plain');
  const isFromCodeEditor = clipboard.types.some((type) => type.startsWith('vscode-'));
  if (!html || html.length > largestHtml || isFromCodeEditor) return false;
  const { state } = view;
  // The converter is large and rarely needed: it is loaded with the first paste that needs it.
  void import('./htmlToMarkdown.ts')
    .then(({ htmlToMarkdown }) => htmlToMarkdown(html))
    .catch(() => null)
    .then((markdown) => {
      const text = markdown ?? plain;
      if (!text || view.state.readOnly) return;
      // What was typed meanwhile stays: the paste goes where the cursor is by then.
      const current = view.state === state ? state : view.state;
      view.dispatch(current.replaceSelection(current.toText(text)), {
        userEvent: 'input.paste',
        scrollIntoView: true,
      });
    });
  return true;
}

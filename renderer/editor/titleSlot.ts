import { EditorSelection, type Extension, Prec } from '@codemirror/state';
import { type EditorView, keymap, ViewPlugin } from '@codemirror/view';

/**
 * Keeps an element above the text that scrolls with it. From a field in it, Enter and the arrow down
 * lead into the text; from the text's first row, the arrow up calls `onLeave`.
 */
export function titleSlot(element: HTMLElement | null, onLeave: () => void): Extension {
  const leave = Prec.high(
    keymap.of([
      {
        key: 'ArrowUp',
        run: (view) => {
          if (!isOnFirstRow(view)) return false;
          onLeave();
          return true;
        },
      },
    ]),
  );
  if (!element) return leave;
  return [leave, ViewPlugin.define((view) => slot(view, element))];
}

function slot(view: EditorView, element: HTMLElement) {
  const enterText = (event: KeyboardEvent) => {
    if (event.isComposing || event.defaultPrevented || !leadsOut(event)) return;
    event.preventDefault();
    view.dispatch({ selection: EditorSelection.cursor(0), scrollIntoView: true });
    view.focus();
  };
  const resized = new ResizeObserver(() => view.requestMeasure());
  element.classList.add('cm-titleSlot');
  view.scrollDOM.insertBefore(element, view.contentDOM);
  element.addEventListener('keydown', enterText);
  resized.observe(element);
  return {
    destroy() {
      element.removeEventListener('keydown', enterText);
      resized.disconnect();
      element.remove();
    },
  };
}

function leadsOut({ key, target, shiftKey, ctrlKey, metaKey, altKey }: KeyboardEvent): boolean {
  if (shiftKey || ctrlKey || metaKey || altKey) return false;
  const isField = target instanceof HTMLInputElement || target instanceof HTMLTextAreaElement;
  if (!isField || (target.type !== 'text' && target.type !== 'textarea')) return false;
  if (target.getAttribute('role') === 'combobox') return false;
  if (key === 'Enter') return true;
  // In a field of several rows the arrow first moves to the end of its text.
  return (
    key === 'ArrowDown' &&
    (target instanceof HTMLInputElement || target.selectionEnd === target.value.length)
  );
}

function isOnFirstRow(view: EditorView): boolean {
  const { main } = view.state.selection;
  if (!main.empty || view.state.doc.lineAt(main.head).number !== 1) return false;
  return view.moveVertically(main, false).head <= 0 && isSameRow(view, main.head);
}

function isSameRow(view: EditorView, position: number): boolean {
  const start = view.coordsAtPos(0);
  const here = view.coordsAtPos(position);
  return start === null || here === null || here.top < start.bottom;
}

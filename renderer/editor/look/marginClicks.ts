import { EditorSelection, type Extension } from '@codemirror/state';
import { type EditorView, ViewPlugin } from '@codemirror/view';

/** Lets a press in the empty room beside the text, or under it, place the cursor and drag a selection. */
export const marginClicks: Extension = ViewPlugin.define((view) => {
  const scroller = view.scrollDOM;

  function press(event: MouseEvent): void {
    if (event.button !== 0 || event.target !== scroller || isOnScrollbar(event)) return;
    event.preventDefault();
    const anchor = event.shiftKey ? view.state.selection.main.anchor : placeAt(view, event);
    const drag = (move: MouseEvent) => select(anchor, placeAt(view, move));
    select(anchor, placeAt(view, event));
    view.focus();
    window.addEventListener('mousemove', drag);
    window.addEventListener('mouseup', () => window.removeEventListener('mousemove', drag), {
      once: true,
    });
  }

  function select(anchor: number, head: number): void {
    view.dispatch({
      selection: EditorSelection.single(anchor, head),
      userEvent: 'select.pointer',
    });
  }

  function isOnScrollbar(event: MouseEvent): boolean {
    return event.clientX >= scroller.getBoundingClientRect().left + scroller.clientWidth;
  }

  scroller.addEventListener('mousedown', press);
  return { destroy: () => scroller.removeEventListener('mousedown', press) };
});

function placeAt(view: EditorView, event: MouseEvent): number {
  const text = view.contentDOM.getBoundingClientRect();
  const x = Math.min(Math.max(event.clientX, text.left + 1), text.right - 1);
  return view.posAtCoords({ x, y: event.clientY }, false);
}

import type { EditorView } from '@codemirror/view';
import { topLine } from './viewport.ts';

/** Scrolls the editor by source lines, and tells the writer's scrolling from its own. */
export interface EditorScroll {
  /** Puts a fractional source line at the top, as far as the text's ends allow. */
  toLine(line: number): void;
  destroy(): void;
}

/** `onScroll` is told when anything else than `toLine` has scrolled the text: the writer, the cursor, a command. */
export function createEditorScroll(view: EditorView, onScroll: () => void): EditorScroll {
  const { scrollDOM } = view;
  // Where `toLine` left the text: a scroll event from there is its own echo.
  let left: { readonly y: number; readonly line: number } | null = null;
  let target: { readonly line: number; tries: number } | null = null;
  let frame: number | null = null;

  scrollDOM.addEventListener(
    'scroll',
    () => {
      if (isEcho()) return;
      left = null;
      target = null;
      onScroll();
    },
    { passive: true },
  );

  // A hand on the text ends the way there.
  for (const input of ['wheel', 'pointerdown']) {
    scrollDOM.addEventListener(input, () => (target = null), { passive: true });
  }

  function isEcho(): boolean {
    if (!left) return false;
    // Lines drawn for the first time get other heights, and the editor moves by the difference.
    const room = target ? scrollDOM.clientHeight : 1.5;
    return Math.abs(scrollDOM.scrollTop - left.y) < room || isAt(left.line);
  }

  function isAt(line: number): boolean {
    return Math.abs(topLine(view) - line) < 0.05;
  }

  /**
   * Heights far away are estimates until they are drawn, so what was reached is measured and put right. Not in a
   * measuring of the editor's: that would put the place back which it began with.
   */
  function approach(): void {
    frame = null;
    if (!target) return;
    const before = scrollDOM.scrollTop;
    const offset = offsetTo(view, target.line);
    if (Math.abs(offset) > 0.5) scrollDOM.scrollTop += offset;
    left = { y: scrollDOM.scrollTop, line: topLine(view) };
    target.tries -= 1;
    if (target.tries > 0 && left.y !== before) frame = requestAnimationFrame(approach);
    else target = null;
  }

  return {
    toLine(line) {
      target = { line, tries: 3 };
      frame ??= requestAnimationFrame(approach);
    },
    destroy() {
      if (frame !== null) cancelAnimationFrame(frame);
    },
  };
}

function offsetTo(view: EditorView, line: number): number {
  const above = view.documentTop - view.scrollDOM.getBoundingClientRect().top;
  if (line < 0) return above + Math.max(line, -1) * (view.scrollDOM.scrollTop + above);
  const { doc } = view.state;
  const number = Math.min(Math.trunc(line), doc.lines - 1);
  const block = view.lineBlockAt(doc.line(number + 1).from);
  return above + block.top + Math.min(line - number, 1) * block.height;
}

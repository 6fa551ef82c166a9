import type { Extension } from '@codemirror/state';
import { drawSelection, type EditorView, ViewPlugin, type ViewUpdate } from '@codemirror/view';

/**
 * Selections and cursors drawn by the editor, so that there can be several. The cursor stands still while one writes
 * and blinks after that, unless less motion is wished for. A timer switches it: an animation, however slow, has the
 * browser make a frame at every tick of the screen, and a key then waits for one of those.
 */
export const caret: Extension = [
  drawSelection({ cursorBlinkRate: 0 }),
  ViewPlugin.fromClass(
    class {
      private readonly view: EditorView;
      private readonly timer: ReturnType<typeof setInterval>;
      private movedAt = 0;
      private isGone = false;

      constructor(view: EditorView) {
        this.view = view;
        this.timer = setInterval(() => this.blink(), halfBlink);
      }

      update(update: ViewUpdate): void {
        if (!update.docChanged && !update.selectionSet && !update.focusChanged) return;
        this.movedAt = performance.now();
        this.show(true);
      }

      private blink(): void {
        const isStill = performance.now() - this.movedAt < halfBlink;
        this.show(isStill || this.isGone || !this.view.hasFocus || prefersStillness());
      }

      private show(isShown: boolean): void {
        if (isShown !== this.isGone) return;
        this.isGone = !isShown;
        this.view.scrollDOM.classList.toggle('cm-caretGone', this.isGone);
      }

      destroy(): void {
        clearInterval(this.timer);
        this.show(true);
      }
    },
  ),
];

/** Milliseconds. */
const halfBlink = 600;

function prefersStillness(): boolean {
  return matchMedia('(prefers-reduced-motion: reduce)').matches;
}

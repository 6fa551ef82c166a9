import { type Extension, StateEffect, StateField } from '@codemirror/state';
import { Decoration, type DecorationSet, EditorView } from '@codemirror/view';

/** Shows where a jump has led: the line is tinted and fades. Under reduced motion the tint stands still for a moment. */
export function flashLine(view: EditorView, position: number): void {
  view.dispatch({ effects: flash.of(position) });
  setTimeout(() => view.dispatch({ effects: flash.of(null) }), flashLasts);
}

export const lineFlash: Extension = StateField.define<DecorationSet>({
  create: () => Decoration.none,
  update(lines, transaction) {
    for (const effect of transaction.effects) {
      if (!effect.is(flash)) continue;
      if (effect.value === null) return Decoration.none;
      const line = transaction.state.doc.lineAt(effect.value);
      return Decoration.set(tinted.range(line.from));
    }
    return lines.map(transaction.changes);
  },
  provide: (field) => EditorView.decorations.from(field),
});

const flashLasts = 1_200;
const flash = StateEffect.define<number | null>();
const tinted = Decoration.line({ class: 'cm-flashLine' });

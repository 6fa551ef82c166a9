import { type Extension, StateEffect, StateField } from '@codemirror/state';
import {
  Decoration,
  type DecorationSet,
  EditorView,
  ViewPlugin,
  WidgetType,
} from '@codemirror/view';
import { cameAs } from '../source.ts';

/** Milliseconds for which it is shown what another window or program wrote into the text, and where it took something away. */
const shownFor = 8_000;

const fade = StateEffect.define<null>();
const came = Decoration.mark({ class: 'cm-cameIn' });

class Gone extends WidgetType {
  override eq(): boolean {
    return true;
  }

  override toDOM(): HTMLElement {
    const mark = document.createElement('span');
    mark.className = 'cm-wentOut';
    mark.setAttribute('aria-hidden', 'true');
    return mark;
  }
}

const gone = Decoration.widget({ widget: new Gone(), side: 1 });

const marks = StateField.define<DecorationSet>({
  create: () => Decoration.none,
  update(shown, transaction) {
    if (transaction.effects.some((effect) => effect.is(fade))) return Decoration.none;
    const mapped = shown.map(transaction.changes);
    if (transaction.annotation(cameAs) !== 'merged') return mapped;
    const added: ReturnType<Decoration['range']>[] = [];
    transaction.changes.iterChangedRanges((_fromA, _toA, from, to) => {
      added.push(to > from ? came.range(from, to) : gone.range(from));
    });
    return mapped.update({ add: added, sort: true });
  },
  provide: (field) => EditorView.decorations.from(field),
});

const fading = ViewPlugin.define((view) => {
  let timer: ReturnType<typeof setTimeout> | undefined;
  return {
    update(update) {
      const isNews = update.transactions.some((each) => each.annotation(cameAs) === 'merged');
      if (!isNews) return;
      clearTimeout(timer);
      timer = setTimeout(() => view.dispatch({ effects: fade.of(null) }), shownFor);
    },
    destroy: () => clearTimeout(timer),
  };
});

/** Shows for a while what came into the text from elsewhere. */
export const cameIn: Extension = [marks, fading];

import { standardKeymap } from '@codemirror/commands';
import {
  type ChangeSet,
  EditorState,
  type Range,
  StateEffect,
  StateField,
  Text,
} from '@codemirror/state';
import {
  Decoration,
  type DecorationSet,
  EditorView,
  keymap,
  scrollPastEnd,
  WidgetType,
} from '@codemirror/view';
import { createEditorScroll } from '#renderer/editor/editorScroll.ts';
import { languageMode } from '#renderer/editor/languageMode.ts';
import { direction } from '#renderer/editor/look/direction.ts';
import { highlighting } from '#renderer/editor/look/highlighting.ts';
import { lineRoles } from '#renderer/editor/look/lineRoles.ts';
import { marginClicks } from '#renderer/editor/look/marginClicks.ts';
import { proseSupport } from '#renderer/editor/markdownSupport.ts';
import { titleSlot } from '#renderer/editor/titleSlot.ts';
import { nearEnd, topLine } from '#renderer/editor/viewport.ts';
import { type Marked, markedIn } from './marked.ts';

export interface PastViewOptions {
  /** Stands above the text and scrolls with it. */
  readonly header: HTMLElement;
  /** The text selected is another now; '' when none is. */
  readonly onSelect: (text: string) => void;
  /** The reader scrolled the text. */
  readonly onScroll: () => void;
}

/** What to show of a text beside its letters. */
interface Shown {
  /** What changed last, tinted; null where nothing did. */
  readonly change: ChangeSet | null;
  /** A text to mark wherever it stands in view; '' for none. */
  readonly found: string;
  /** Whether the change, or else what was found, is brought into view. */
  readonly follow: boolean;
}

export interface PastView {
  /** Shows another text from its top. */
  readonly open: (text: Text, about: { title: string; language: string }) => void;
  /** Brings the text on by a change, and shows what there is to see at it. */
  readonly show: (change: ChangeSet, shown: Shown) => void;
  readonly text: () => Text;
  readonly topLine: () => number;
  readonly nearEnd: () => number;
  readonly scrollToLine: (line: number) => void;
  readonly focus: () => void;
  readonly destroy: () => void;
}

/** A text of the past in the look of the editor: it can be read, searched and copied, not changed. */
export function createPastView(parent: HTMLElement, options: PastViewOptions): PastView {
  const view = new EditorView({ parent, state: stateOf(Text.empty, { title: '', language: '' }) });
  const scrolling = createEditorScroll(view, options.onScroll);

  function stateOf(doc: Text, { title, language }: { title: string; language: string }) {
    return EditorState.create({
      doc,
      extensions: [
        EditorState.readOnly.of(true),
        EditorView.editorAttributes.of({ class: 'cm-writing cm-past' }),
        EditorView.contentAttributes.of({
          'aria-label': title ? `Text of ${title}, as it was` : 'Text of the essay, as it was',
          'aria-readonly': 'true',
          tabindex: '0',
          spellcheck: 'false',
          ...(language ? { lang: language } : {}),
        }),
        scrollPastEnd(),
        highlighting,
        lineRoles,
        direction,
        marginClicks,
        marks,
        keymap.of(standardKeymap),
        titleSlot(options.header, () => {}),
        languageMode(doc, proseSupport()),
        EditorView.updateListener.of((update) => {
          if (update.selectionSet) options.onSelect(selected(update.state));
        }),
      ],
    });
  }

  return {
    open(text, about) {
      view.setState(stateOf(text, about));
      view.scrollDOM.scrollTop = 0;
    },
    show(change, shown) {
      const doc = change.apply(view.state.doc);
      const marked = markedIn(doc, shown.change, shown.found);
      const place = shown.follow ? marked.place : null;
      if (!change.empty) unselect(view);
      view.dispatch({
        ...(change.empty ? {} : { changes: change }),
        effects: [
          setMarks.of(marked),
          ...(place === null
            ? []
            : [EditorView.scrollIntoView(place, { y: 'nearest', yMargin: margin(view) })]),
        ],
      });
    },
    text: () => view.state.doc,
    topLine: () => topLine(view),
    nearEnd: () => nearEnd(view),
    scrollToLine: scrolling.toLine,
    focus: () => view.focus(),
    destroy() {
      scrolling.destroy();
      view.destroy();
    },
  };
}

/** Stands where something was taken out. */
class GoneMark extends WidgetType {
  override toDOM(): HTMLElement {
    const mark = document.createElement('span');
    mark.className = 'cm-past-gone';
    return mark;
  }

  override eq(): boolean {
    return true;
  }
}

const setMarks = StateEffect.define<Marked>();

const marks = StateField.define<DecorationSet>({
  create: () => Decoration.none,
  update(before, transaction) {
    for (const effect of transaction.effects) {
      if (effect.is(setMarks)) return decorationsOf(effect.value);
    }
    return before.map(transaction.changes);
  },
  provide: (field) => EditorView.decorations.from(field),
});

const came = Decoration.mark({ class: 'cm-past-came' });
const found = Decoration.mark({ class: 'cm-searchMatch' });
const gone = Decoration.widget({ side: 1, widget: new GoneMark() });

function decorationsOf(marked: Marked): DecorationSet {
  const ranges: Range<Decoration>[] = [
    ...marked.came.map(({ from, to }) => came.range(from, to)),
    ...marked.found.map(({ from, to }) => found.range(from, to)),
    ...marked.gone.map((at) => gone.range(at)),
  ];
  return Decoration.set(ranges, true);
}

/** What was selected is not in the text that is shown next. */
function unselect(view: EditorView): void {
  if (view.state.selection.main.empty) return;
  view.dispatch({ selection: { anchor: 0 } });
  view.dom.ownerDocument.getSelection()?.removeAllRanges();
}

function selected(state: EditorState): string {
  const { from, to } = state.selection.main;
  return state.sliceDoc(from, to);
}

/** What is brought into view comes with its surroundings. */
function margin(view: EditorView): number {
  return Math.round(view.scrollDOM.clientHeight * 0.25);
}

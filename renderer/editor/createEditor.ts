import { isolateHistory, undo, undoDepth } from '@codemirror/commands';
import {
  getSearchQuery,
  openSearchPanel,
  searchPanelOpen,
  setSearchQuery,
} from '@codemirror/search';
import {
  type ChangeSet,
  EditorSelection,
  EditorState,
  type Extension,
  Prec,
  Text,
  Transaction,
} from '@codemirror/state';
import { EditorView, keymap, placeholder, scrollPastEnd } from '@codemirror/view';
import type { Source } from '#contract/essay.ts';
import { type EditorCommandId, editorCommands, isEditorCommand } from './editorCommands.ts';
import { createEditorScroll } from './editorScroll.ts';
import { EssayStates, type KeptEssay } from './essayStates.ts';
import { findPanel } from './find/findPanel.ts';
import { keys } from './keys.ts';
import { languageMode, offenceOf } from './languageMode.ts';
import { cameIn } from './look/cameIn.ts';
import { caret } from './look/caret.ts';
import { direction } from './look/direction.ts';
import { fileDrops } from './look/fileDrops.ts';
import { lineFlash } from './look/flashLine.ts';
import { highlighting } from './look/highlighting.ts';
import { lineRoles } from './look/lineRoles.ts';
import { marginClicks } from './look/marginClicks.ts';
import { imagePaste } from './paste/imagePaste.ts';
import { smartPaste } from './paste/smartPaste.ts';
import { type SelectionReport, selectionReport } from './selectionReport.ts';
import { cameAs, sourceOf } from './source.ts';
import { textDifference } from './textDifference.ts';
import { titleSlot } from './titleSlot.ts';
import { createUndoMemory } from './undoMemory.ts';
import type { TextPast } from './undoPast.ts';
import { goToLine, nearEnd, topLine } from './viewport.ts';
import { type WritingSettings, writingSettings } from './writingSettings.ts';

export interface EditorOptions {
  /** Stands above the text and scrolls with it: the essay's title. */
  readonly header?: HTMLElement;
}

interface EditedEssay {
  readonly id: string;
  readonly title: string;
  readonly body: string;
}

/** What an editor tells. */
interface EditorEvents {
  /** The text of the essay on screen changed. `merged` is what came from the library. */
  readonly edit: {
    readonly id: string;
    readonly changes: ChangeSet;
    readonly text: Text;
    readonly source: Source;
  };
  /** The text was scrolled; not told when `scrollToLine` did. */
  readonly scroll: null;
  /** What is selected; null when nothing is. Told when the selection rests. */
  readonly selection: SelectionReport | null;
  /** Whether the essay is shown as plain text, and why in a sentence. Told when an essay opens and when it changes. */
  readonly mode: { readonly plain: boolean; readonly reason: string };
  /** The writer pasted files that are images. */
  readonly images: readonly File[];
  /** The writer left the text upwards: the title is next. */
  readonly title: null;
  readonly blur: null;
}

export interface EditorControl {
  /**
   * Shows an essay. One that was open before comes back with its undo history, selection and place;
   * where its body is another now, the difference comes in as a change. True when undo knows nothing of what
   * led to its text: `putUndoUnder` tells.
   */
  readonly openEssay: (essay: EditedEssay) => boolean;
  /**
   * Puts the changes that led to an essay's text, as it was opened, under its undo; what was done since stays on
   * top. Ignored where they do not lead to that text; null says that they are not to be had.
   */
  readonly putUndoUnder: (id: string, past: TextPast | null) => Promise<void>;
  /** Brings changes from the library into an essay, on screen or not. */
  readonly merge: (id: string, changes: ChangeSet) => void;
  /** Lets go of an essay that is gone. */
  readonly forget: (id: string) => void;
  readonly text: () => Text;
  /** Makes the text into an earlier one, as a change that can be undone. False when it is that text already. */
  readonly restore: (text: Text) => boolean;
  /** Puts a text where it is said, or in place of the selection when that is null, as a paste. */
  readonly insert: (text: string, at: number | null) => void;
  /** The place in the text at a point of the window; null when there is none. */
  readonly placeAt: (point: { readonly x: number; readonly y: number }) => number | null;
  /** Puts a passage of an earlier text in place of the selection. */
  readonly insertRestored: (passage: string) => boolean;
  readonly focus: () => void;
  readonly goToLine: (
    line: number,
    select?: { readonly from: number; readonly to: number },
  ) => void;
  /** Runs a command by its id. False when there is none of that name or it does not apply. */
  readonly run: (commandId: string) => boolean;
  readonly setTextSize: (pixels: number) => void;
  readonly setSpellCheck: (on: boolean, language: string) => void;
  readonly setReadOnly: (on: boolean) => void;
  /** The source line at the top of what is visible, from 0, with its part; -1 to 0 while the header is. */
  readonly topLine: () => number;
  /** From 0 to 1 as the last half window is scrolled through. */
  readonly nearEnd: () => number;
  readonly scrollToLine: (line: number) => void;
  readonly on: <E extends keyof EditorEvents>(
    event: E,
    listener: (value: EditorEvents[E]) => void,
  ) => () => void;
  readonly destroy: () => void;
}

/** Opens a Markdown editor in `parent`. It is as large as `parent` and empty until `openEssay`. */
export function createEditor(parent: HTMLElement, options: EditorOptions = {}): EditorControl {
  const states = new EssayStates();
  const listeners = new Listeners();
  const settings = writingSettings();
  const memory = createUndoMemory();
  /** Undos that were asked for before there was anything to undo. */
  let wantedUndos = 0;
  let openId: string | null = null;
  let selectionTimer: ReturnType<typeof setTimeout> | undefined;

  const shared: Extension = [
    EditorView.editorAttributes.of({ class: 'cm-writing' }),
    memory.extension,
    Prec.highest(keymap.of([{ key: 'Mod-z', run: () => waitToUndo() }])),
    caret,
    placeholder('Write here.'),
    scrollPastEnd(),
    highlighting,
    lineRoles,
    direction,
    lineFlash,
    cameIn,
    marginClicks,
    fileDrops,
    imagePaste((files) => listeners.tell('images', files)),
    smartPaste,
    findPanel,
    keys,
    titleSlot(options.header ?? null, () => listeners.tell('title', null)),
    EditorView.updateListener.of((update) => {
      for (const transaction of update.transactions) tellEdit(transaction);
      if (offenceOf(update.startState)?.kind !== offenceOf(update.state)?.kind) tellMode();
      if (update.selectionSet || update.docChanged) tellSelectionSoon();
      if (update.focusChanged && !update.view.hasFocus) listeners.tell('blur', null);
    }),
  ];

  const view = new EditorView({ parent, state: newState(Text.empty, '') });
  const scrolling = createEditorScroll(view, () => listeners.tell('scroll', null));

  function newState(doc: Text, title: string): EditorState {
    return EditorState.create({
      doc,
      extensions: [shared, settings.extension(title), languageMode(doc)],
    });
  }

  function tellEdit(transaction: Transaction): void {
    if (!transaction.docChanged || openId === null) return;
    memory.note(openId, transaction);
    listeners.tell('edit', {
      id: openId,
      changes: transaction.changes,
      text: transaction.newDoc,
      source: sourceOf(transaction),
    });
  }

  function tellMode(): void {
    const offence = offenceOf(view.state);
    listeners.tell('mode', { plain: offence !== null, reason: offence?.reason ?? '' });
  }

  function tellSelectionSoon(): void {
    clearTimeout(selectionTimer);
    selectionTimer = setTimeout(
      () => listeners.tell('selection', selectionReport(view.state)),
      selectionPause,
    );
  }

  function openEssay(essay: EditedEssay): boolean {
    const query = searchPanelOpen(view.state) ? getSearchQuery(view.state) : null;
    const body = Text.of(essay.body.split(/\r\n?|\n/));
    if (openId !== null) states.keep(openId, { state: view.state, scroll: view.scrollSnapshot() });
    const known = states.take(essay.id);
    if (!known) memory.begin(essay.id, body);
    wantedUndos = 0;
    const kept = known ?? { state: newState(body, essay.title), scroll: null };
    const difference = textDifference(kept.state.doc, body);
    if (!difference.empty) memory.noteMerge(essay.id, difference);
    const { state, scroll } = merged(kept, difference);
    openId = essay.id;
    view.setState(state);
    view.dispatch({ effects: settings.effects(essay.title) });
    if (scroll) view.dispatch({ effects: scroll });
    else view.scrollDOM.scrollTop = 0;
    if (query) {
      openSearchPanel(view);
      view.dispatch({ effects: setSearchQuery.of(query) });
    }
    tellMode();
    tellSelectionSoon();
    return memory.isWithoutPast(essay.id);
  }

  async function putUndoUnder(id: string, past: TextPast | null): Promise<void> {
    const effects = await memory.recall(id, past);
    if (id !== openId) {
      const kept = effects && states.take(id);
      if (kept) states.keep(id, { ...kept, state: kept.state.update({ effects }).state });
      return;
    }
    if (effects) view.dispatch({ effects });
    for (; wantedUndos > 0; wantedUndos--) undo(view);
  }

  /** An undo that comes before its past is done once that is there. */
  function waitToUndo(): boolean {
    if (openId === null || !memory.isWithoutPast(openId) || undoDepth(view.state) > 0) return false;
    wantedUndos++;
    return true;
  }

  function merge(id: string, changes: ChangeSet): void {
    if (id === openId) {
      view.dispatch({ changes, annotations: libraryChange });
      return;
    }
    const kept = states.take(id);
    if (!kept) return;
    memory.noteMerge(id, changes);
    states.keep(id, merged(kept, changes));
  }

  function restore(text: Text): boolean {
    const changes = textDifference(view.state.doc, text);
    if (changes.empty || view.state.readOnly) return false;
    let first = -1;
    changes.iterChangedRanges((_from, _to, from) => {
      if (first < 0) first = from;
    });
    view.dispatch({
      changes,
      selection: EditorSelection.cursor(first),
      annotations: broughtBack,
      effects: EditorView.scrollIntoView(first, { y: 'center' }),
    });
    return true;
  }

  function insertRestored(passage: string): boolean {
    if (view.state.readOnly) return false;
    view.dispatch({
      ...view.state.replaceSelection(view.state.toText(passage)),
      annotations: broughtBack,
      scrollIntoView: true,
    });
    return true;
  }

  function insert(text: string, at: number | null): void {
    if (view.state.readOnly) return;
    const here = view.state.toText(text);
    view.dispatch({
      ...(at === null
        ? view.state.replaceSelection(here)
        : { changes: { from: at, insert: here }, selection: { anchor: at + here.length } }),
      userEvent: 'input.paste',
      scrollIntoView: true,
    });
  }

  function change(to: Partial<WritingSettings>): void {
    settings.change(to);
    view.dispatch({ effects: settings.effects() });
  }

  return {
    openEssay,
    putUndoUnder,
    merge,
    forget(id) {
      states.forget(id);
      memory.forget(id);
    },
    text: () => view.state.doc,
    restore,
    insertRestored,
    insert,
    placeAt: (point) => (isOver(view.contentDOM, point) ? view.posAtCoords(point) : null),
    focus: () => view.focus(),
    goToLine: (line, select) => goToLine(view, line, select),
    run: (id) => isEditorCommand(id) && ((id === 'undo' && waitToUndo()) || runCommand(view, id)),
    setTextSize(pixels) {
      view.dom.style.setProperty('--writing-size', `${pixels}px`);
      view.requestMeasure();
    },
    setSpellCheck: (spellCheck, language) => change({ spellCheck, language }),
    setReadOnly: (readOnly) => change({ readOnly }),
    topLine: () => topLine(view),
    nearEnd: () => nearEnd(view),
    scrollToLine: scrolling.toLine,
    on: (event, listener) => listeners.add(event, listener),
    destroy() {
      clearTimeout(selectionTimer);
      scrolling.destroy();
      view.destroy();
    },
  };
}

function isOver(
  element: HTMLElement,
  { x, y }: { readonly x: number; readonly y: number },
): boolean {
  const { left, right, top, bottom } = element.getBoundingClientRect();
  return x >= left && x <= right && y >= top && y <= bottom;
}

/** Counting a large selection waits until it rests. */
const selectionPause = 120;

/** Undo is for what the writer did: it goes round what came from the library. */
const libraryChange = [cameAs.of('merged'), Transaction.addToHistory.of(false)];

const broughtBack = [cameAs.of('restored'), isolateHistory.of('full')];

function merged(kept: KeptEssay, changes: ChangeSet): KeptEssay {
  if (changes.empty) return kept;
  const { state } = kept.state.update({ changes, annotations: libraryChange });
  return { state, scroll: kept.scroll?.map(changes) ?? null };
}

function runCommand(view: EditorView, id: EditorCommandId): boolean {
  const command = editorCommands[id];
  const done = command.run(view);
  if (done && !view.dom.contains(document.activeElement)) view.focus();
  return done;
}

class Listeners {
  private readonly all = new Map<keyof EditorEvents, Set<(value: never) => void>>();

  add<E extends keyof EditorEvents>(event: E, listener: (value: EditorEvents[E]) => void) {
    const set = this.all.get(event) ?? new Set();
    this.all.set(event, set.add(listener));
    return () => void set.delete(listener);
  }

  tell<E extends keyof EditorEvents>(event: E, value: EditorEvents[E]): void {
    for (const listener of this.all.get(event) ?? [])
      (listener as (value: EditorEvents[E]) => void)(value);
  }
}

import type { ChangeSet, Text } from '@codemirror/state';
import type { StoreApi } from 'zustand/vanilla';
import type { EssayId, Source } from '#contract/essay.ts';
import type { EditorControl } from '#renderer/editor/createEditor.ts';
import type { TextPast } from '#renderer/editor/undoPast.ts';
import type { PreviewControl } from '#renderer/preview/createPreview.ts';
import { type ScrollSync, syncScroll } from '#renderer/preview/scrollSync.ts';
import { sourceEdits } from '#renderer/preview/sourceEdits.ts';
import type { DeskState, OpenAt } from './desk.ts';
import type { EssayFacts, OpenEssay } from './openEssay.ts';
import type { PreferencesKeeper } from './preferences.ts';

export interface PanesEvents {
  /** The writer changed the text. */
  readonly onEdit: (changes: ChangeSet, source: Source) => void;
  /** The writer pasted images into the text. */
  readonly onImages: (files: readonly File[]) => void;
  /** The writer left the text. */
  readonly onBlur: () => void;
  /** The editor shows an essay and does not know how its text came about. */
  readonly onWithoutPast: (open: OpenEssay) => void;
}

/** The editor and the page, as far as they are there, showing one essay and scrolling as one. */
export interface Panes {
  /** Takes an editor, and how its title gets the focus, until the function returned is called. */
  attachEditor(editor: EditorControl, focusTitle: () => void): () => void;
  attachPage(page: PreviewControl): () => void;
  show(open: OpenEssay): void;
  clear(): void;
  /** Brings a change made elsewhere into the text. */
  merge(id: EssayId, changes: ChangeSet): void;
  describe(facts: EssayFacts): void;
  goTo(at: OpenAt): void;
  currentLine(): number;
  edit(command: string): boolean;
  restore(text: Text): boolean;
  insertRestored(passage: string): boolean;
  insert(text: string, at: number | null): void;
  placeAt(point: { readonly x: number; readonly y: number }): number | null;
  putUndoUnder(id: EssayId, past: TextPast | null): void;
  setReadOnly(on: boolean): void;
}

export function createPanes(
  store: StoreApi<DeskState>,
  preferences: PreferencesKeeper,
  events: PanesEvents,
): Panes {
  let editor: EditorControl | null = null;
  let page: PreviewControl | null = null;
  let sync: ScrollSync | null = null;
  let focusTitle = () => {};
  let shown: OpenEssay | null = null;
  let spelling = '';
  let readOnly = false;

  preferences.store.subscribe((now, before) => {
    if (now.textSize !== before.textSize) editor?.setTextSize(now.textSize);
    if (now.spellCheck !== before.spellCheck) setSpelling();
    if (now.layout !== before.layout) keepPlace(before.layout === 'page' ? page : editor);
  });

  /** The line at the top before the panes change their widths, or come and go, is at the top of both after it. */
  function keepPlace(shownUntilNow: EditorControl | PreviewControl | null): void {
    const line = shownUntilNow?.topLine();
    if (line === undefined) return;
    requestAnimationFrame(() => {
      editor?.scrollToLine(line);
      page?.scrollToLine(line);
    });
  }

  function setSpelling(): void {
    const { spellCheck } = preferences.store.getState();
    const { language } = shown?.facts() ?? { language: '' };
    const wanted = `${spellCheck} ${language}`;
    if (wanted === spelling) return;
    spelling = wanted;
    editor?.setSpellCheck(spellCheck, language);
  }

  function showIn(parts: { editor?: boolean; page?: boolean }): void {
    if (!shown) return;
    const facts = shown.facts();
    const body = shown.draft.text().toString();
    if (parts.editor) {
      const isWithoutPast = editor?.openEssay({ id: facts.id, title: facts.title, body });
      if (isWithoutPast) events.onWithoutPast(shown);
      setSpelling();
    }
    if (parts.page) page?.open({ ...facts, body });
  }

  function tie(): void {
    sync?.stop();
    sync = editor && page ? syncScroll(editor, page) : null;
  }

  return {
    attachEditor(control, focus) {
      editor = control;
      focusTitle = focus;
      spelling = '';
      control.setTextSize(preferences.store.getState().textSize);
      control.setReadOnly(readOnly);
      showIn({ editor: true });
      const stops = [
        control.on('edit', ({ changes, source }) => {
          page?.edit(sourceEdits(changes));
          if (source !== 'merged') events.onEdit(changes, source);
        }),
        control.on('images', events.onImages),
        control.on('blur', events.onBlur),
        control.on('selection', (selected) => store.setState({ selected })),
        control.on('mode', (mode) => store.setState({ mode })),
        control.on('title', () => focusTitle()),
      ];
      tie();
      return () => {
        for (const stop of stops) stop();
        editor = null;
        tie();
      };
    },
    attachPage(control) {
      page = control;
      showIn({ page: true });
      const stops = [
        control.on('outline', (outline) => store.setState({ outline })),
        control.on('statistics', (statistics) => store.setState({ statistics })),
        control.on('state', (state) => store.setState({ page: state })),
        control.on('click', ({ line, offset }) => {
          editor?.goToLine(line, { from: offset, to: offset });
          if (preferences.store.getState().layout !== 'page') editor?.focus();
        }),
      ];
      tie();
      return () => {
        for (const stop of stops) stop();
        page = null;
        tie();
      };
    },
    show(open) {
      shown = open;
      showIn({ editor: true, page: true });
    },
    clear() {
      shown = null;
    },
    merge: (id, changes) => editor?.merge(id, changes),
    describe(facts) {
      page?.describe(facts);
      setSpelling();
    },
    goTo({ line, focus }) {
      const { layout } = preferences.store.getState();
      if (focus === 'title') {
        if (layout === 'page') preferences.change({ layout: 'side-by-side' });
        requestAnimationFrame(() => focusTitle());
        return;
      }
      if (line !== undefined) {
        if (layout === 'page') page?.scrollToLine(line);
        else editor?.goToLine(line);
      }
      if (focus === 'text') (layout === 'page' ? page : editor)?.focus();
    },
    currentLine() {
      const pane = preferences.store.getState().layout === 'page' ? page : editor;
      return Math.max(0, pane?.topLine() ?? 0);
    },
    setReadOnly(on) {
      readOnly = on;
      editor?.setReadOnly(on);
    },
    edit: (command) => (shown && editor ? editor.run(command) : false),
    restore: (text) => (shown && editor ? editor.restore(text) : false),
    putUndoUnder: (id, past) => void editor?.putUndoUnder(id, past),
    insert: (text, at) => {
      if (shown) editor?.insert(text, at);
    },
    placeAt: (point) => (shown ? (editor?.placeAt(point) ?? null) : null),
    insertRestored: (passage) => (shown && editor ? editor.insertRestored(passage) : false),
  };
}

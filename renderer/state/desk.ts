import { Text } from '@codemirror/state';
import { createStore, type StoreApi } from 'zustand/vanilla';
import { type Failure, StudioError, toFailure } from '#contract/errors.ts';
import type { Essay, EssayId, EssayPatch } from '#contract/essay.ts';
import type { Heading, Statistics } from '#markdown/types.ts';
import { readTextPast } from '#renderer/history/readTextPast.ts';
import type { PreviewState } from '#renderer/preview/createPreview.ts';
import type { Ask } from '#renderer/studio.ts';
import type { DraftState } from './draft.ts';
import { isReadOnly, type Library, rowPart } from './library.ts';
import type { Notices } from './notices.ts';
import { type EssayFacts, type OpenEssay, openEssay } from './openEssay.ts';
import { createPanes, type Panes } from './panes.ts';
import type { PreferencesKeeper } from './preferences.ts';
import { titleWords } from './titleWords.ts';

export interface DeskState {
  /** The essay on the desk, its fields as typed. */
  readonly essay: EssayFacts | null;
  readonly opening: EssayId | null;
  readonly saved: DraftState;
  /** A value that the library refused, and why, until that field is changed again. */
  readonly refused: { readonly patch: EssayPatch; readonly failure: Failure } | null;
  readonly statistics: Statistics | null;
  /** What is selected in the text; null when nothing is. */
  readonly selected: Statistics | null;
  readonly outline: readonly Heading[];
  /** Whether the text is shown without its Markdown, and why. */
  readonly mode: { readonly plain: boolean; readonly reason: string };
  readonly page: PreviewState;
}

export interface OpenAt {
  readonly focus?: 'text' | 'title';
  /** A line of the body, from 0. */
  readonly line?: number;
  /** Whatever lies in place of the desk by now stays there: the writer has gone on meanwhile. */
  readonly beneath?: boolean;
}

export interface Desk extends Pick<Panes, 'attachEditor' | 'attachPage'> {
  readonly store: StoreApi<DeskState>;
  /** Puts an essay on the desk. The one before goes on saving itself. Rejects when it cannot be read. */
  open(id: EssayId, at?: OpenAt): Promise<void>;
  /** Clears the desk. */
  leave(): void;
  /** Changes fields of the essay on the desk; saved a moment later. */
  describe(patch: EssayPatch): void;
  /** Tries again to save what is not saved. */
  retry(): void;
  /** Saves everything of every essay. Rejects with the failure when some of it cannot be saved. */
  saveAll(): Promise<void>;
  /** Unsaved texts, for a writer who has to take them elsewhere. */
  unsavedTexts(): string[];
  /** The library was changed by someone else: what is on the desk takes it in. */
  takeInChanges(): Promise<void>;
  goToLine(line: number): void;
  /** The source line, from 0, at the top of what is read. */
  currentLine(): number;
  focusText(): void;
  focusTitle(): void;
  /** The text on the desk, with what is unsaved. */
  text(): Text;
  /** Makes the text into an earlier one, as a change that can be undone. False when there is nothing to change. */
  restore(text: Text): boolean;
  /** Puts a passage of an earlier text where the cursor is. */
  insertRestored(passage: string): boolean;
  /** Puts a text where it is said, or in place of the selection when that is null. */
  insert(text: string, at: number | null): void;
  /** The place in the text at a point of the window; null when there is none. */
  placeAt(point: { readonly x: number; readonly y: number }): number | null;
  /** Is told of images that were pasted into the text. */
  onImages(take: (files: readonly File[]) => void): void;
  /** Gives the text the focus back, once it is in view again. */
  resume(): void;
  /** Runs a command of the editor. False when there is nothing to run it on. */
  edit(command: string): boolean;
}

const emptyDesk: Omit<DeskState, 'opening'> = {
  essay: null,
  saved: { kind: 'saved', at: 0 },
  refused: null,
  statistics: null,
  selected: null,
  outline: [],
  mode: { plain: false, reason: '' },
  page: { kind: 'live', reason: '' },
};

/** The essay being written, and those left behind that are not saved yet. */
export function createDesk(
  ask: Ask,
  library: Library,
  preferences: PreferencesKeeper,
  notices: Notices,
): Desk {
  const store = createStore<DeskState>(() => ({ ...emptyDesk, opening: null }));
  const panes = createPanes(store, preferences, {
    onEdit(changes, source) {
      teaserIsStale ||= current?.facts().excerpt === '';
      current?.draft.edit(changes, source);
    },
    onImages: (files) => takeImages(files),
    onBlur: () => void current?.flush(),
    onWithoutPast: (open) => void recall(open),
  });
  let takeImages: (files: readonly File[]) => void = () => {};
  const unsaved = new Map<EssayId, OpenEssay>();
  let current: OpenEssay | null = null;
  let asked = 0;
  /** True when the text was changed that a row shows the beginning of. */
  let teaserIsStale = false;
  let rest: ReturnType<typeof setTimeout> | undefined;
  library.store.subscribe((now, before) => {
    if (now.status !== before.status) panes.setReadOnly(isReadOnly(now));
  });

  /** Saves what is left behind, and only then asks for the list if it now begins with other words. */
  async function saveBehind(open: OpenEssay | null): Promise<void> {
    const reload = teaserIsStale;
    teaserIsStale = false;
    await open?.flush();
    if (open) showSaved(open);
    if (reload) await notices.attempt(library.reload);
  }

  function put(open: OpenEssay): void {
    current = open;
    store.setState({ ...emptyDesk, opening: null, essay: open.facts(), saved: open.saved() });
    panes.show(open);
    preferences.change({ lastEssay: open.draft.id });
    nameWindow();
  }

  function begin(essay: Essay): OpenEssay {
    const open: OpenEssay = openEssay(essay, ask, {
      onSaved: () => noteSaved(open),
      onFacts: () => noteFacts(open),
      onMerge(changes) {
        panes.merge(essay.id, changes);
        if (open === current) notices.say('Changed elsewhere too: what came in is marked');
      },
      onRefused(patch, failure) {
        if (open === current) store.setState({ refused: { patch, failure } });
        else notices.tell(new StudioError(failure.code, failure.message, failure.advice));
      },
    });
    return open;
  }

  function noteFacts(open: OpenEssay): void {
    if (open !== current) return;
    const essay = open.facts();
    const before = store.getState().essay;
    store.setState({ essay });
    panes.describe(essay);
    if (essay.title !== before?.title) nameWindow();
  }

  function noteSaved(open: OpenEssay): void {
    const saved = open.saved();
    clearTimeout(rest);
    if (saved.kind !== 'saved') {
      unsaved.set(open.draft.id, open);
      if (open === current) store.setState({ saved });
      return;
    }
    unsaved.delete(open.draft.id);
    if (open === current) rest = setTimeout(() => showSaved(open), savedRests);
    else showSaved(open);
  }

  function showSaved(open: OpenEssay): void {
    const saved = open.saved();
    if (saved.kind !== 'saved') return;
    const { id } = open.draft;
    if (open === current) store.setState({ saved });
    const words = open === current ? store.getState().statistics?.words : undefined;
    library.noteSaved(id, {
      ...rowPart(open.facts()),
      updatedAt: new Date(saved.at).toISOString(),
      ...(words === undefined ? {} : { words }),
    });
  }

  /** Undo goes back behind the opening of an essay. The text is shown first; nothing waits for this. */
  async function recall(open: OpenEssay): Promise<void> {
    const { id } = open.draft;
    const { revision } = open.facts();
    await nextFrame();
    const past = await readTextPast(ask, id, revision).catch(() => null);
    panes.putUndoUnder(id, past);
  }

  function leave(): void {
    asked++;
    void saveBehind(current);
    current = null;
    panes.clear();
    store.setState({ ...emptyDesk, opening: null });
    nameWindow();
  }

  function nameWindow(): void {
    const { essay } = store.getState();
    const title = essay ? `${titleWords(essay.title)} – Longhand` : 'Longhand';
    void notices.attempt(() => ask('window.title', title));
  }

  return {
    store,
    attachEditor: panes.attachEditor,
    attachPage: panes.attachPage,
    async open(id, at = {}) {
      library.selectOpened(id);
      if (current?.draft.id !== id) {
        const question = ++asked;
        const wasEmpty = current === null;
        if (!at.beneath) store.setState({ opening: id });
        void saveBehind(current);
        try {
          const open = unsaved.get(id) ?? begin(await ask('essays.read', id));
          if (question !== asked) return;
          put(open);
        } finally {
          if (question === asked) store.setState({ opening: null });
        }
        // An empty desk is not in view, and what is not in view takes no focus and has no lines.
        if (wasEmpty) await nextFrame();
        if (question !== asked) return;
      }
      panes.goTo(at);
    },
    leave,
    describe(patch) {
      const { refused } = store.getState();
      if (refused && Object.keys(patch).some((name) => name in refused.patch)) {
        store.setState({ refused: null });
      }
      current?.describe(patch);
    },
    retry() {
      for (const open of unsaved.values()) void open.flush();
    },
    async saveAll() {
      if (current) unsaved.set(current.draft.id, current);
      const all = [...unsaved.values()];
      await Promise.all(all.map((open) => open.flush()));
      for (const open of all) {
        const saved = open.saved();
        if (saved.kind === 'saved') {
          unsaved.delete(open.draft.id);
          showSaved(open);
        } else if (saved.kind === 'failed') {
          throw new StudioError(saved.failure.code, saved.failure.message, saved.failure.advice);
        }
      }
    },
    unsavedTexts: () => [...unsaved.values()].map((open) => open.draft.text().toString()),
    async takeInChanges() {
      const open = current;
      if (!open) return;
      try {
        const essay = await ask('essays.read', open.draft.id);
        if (essay.trashedAt !== null && open.saved().kind === 'saved') return leave();
        open.changedElsewhere(essay);
      } catch (thrown) {
        if (toFailure(thrown).code !== 'not-found') throw thrown;
        if (open.saved().kind !== 'saved') return;
        open.close();
        if (open === current) leave();
      }
    },
    goToLine: (line) => panes.goTo({ line, focus: 'text' }),
    currentLine: panes.currentLine,
    focusText: () => panes.goTo({ focus: 'text' }),
    focusTitle: () => panes.goTo({ focus: 'title' }),
    text: () => current?.draft.text() ?? Text.empty,
    restore: panes.restore,
    insertRestored: panes.insertRestored,
    insert: panes.insert,
    placeAt: panes.placeAt,
    onImages(take) {
      takeImages = take;
    },
    resume: () => void nextFrame().then(() => panes.goTo({ focus: 'text' })),
    edit: panes.edit,
  };
}

/**
 * Milliseconds for which a text stays saved before that is said. Who types has it saved and unsaved five times in a
 * second, and "Saving" holds for all of that.
 */
const savedRests = 250;

function nextFrame(): Promise<unknown> {
  return new Promise((resolve) => requestAnimationFrame(resolve));
}

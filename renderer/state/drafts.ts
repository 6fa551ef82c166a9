import type { ChangeSet } from '@codemirror/state';
import type { BodyChange, EssayId, Saved } from '#contract/essay.ts';
import { type Draft, type DraftState, type LibraryText, openDraft } from './draft.ts';

export interface DraftsOptions {
  readonly save: (change: BodyChange) => Promise<Saved>;
  readonly reread: (id: EssayId) => Promise<LibraryText>;
  /** Brings what was changed elsewhere into the essay's text in the editor. */
  readonly merge: (id: EssayId, changes: ChangeSet) => void;
  readonly onState: (id: EssayId, state: DraftState) => void;
}

/** An essay as it is opened for writing. */
export interface DraftStart extends LibraryText {
  readonly id: EssayId;
  readonly updatedAt: string;
}

/** The drafts of a window: the one on screen, and those left with changes that are not on disk yet. */
export interface Drafts {
  /** The essay's draft. One that still holds unsaved changes is the same as before, brought up to date. */
  readonly open: (essay: DraftStart) => Draft;
  readonly get: (id: EssayId) => Draft | null;
  /** Saves all. Resolves with those that could not be saved. */
  readonly flushAll: () => Promise<readonly Draft[]>;
  /** Lets go of an essay that is gone, with what was unsaved in it. */
  readonly forget: (id: EssayId) => void;
}

export function openDrafts(options: DraftsOptions): Drafts {
  const drafts = new Map<EssayId, Draft>();

  function open(essay: DraftStart): Draft {
    for (const [id, draft] of drafts) {
      if (id !== essay.id && draft.state().kind === 'saved') drafts.delete(id);
    }
    const known = drafts.get(essay.id);
    if (known) {
      known.changedElsewhere(essay);
      return known;
    }
    const draft = openDraft({
      id: essay.id,
      start: essay,
      savedAt: Date.parse(essay.updatedAt),
      save: options.save,
      reread: () => options.reread(essay.id),
      merge: (changes) => options.merge(essay.id, changes),
      onState: (state) => options.onState(essay.id, state),
    });
    drafts.set(essay.id, draft);
    return draft;
  }

  return {
    open,
    get: (id) => drafts.get(id) ?? null,
    async flushAll() {
      await Promise.all([...drafts.values()].map((draft) => draft.flush()));
      return [...drafts.values()].filter((draft) => draft.state().kind !== 'saved');
    },
    forget(id) {
      drafts.get(id)?.close();
      drafts.delete(id);
    },
  };
}

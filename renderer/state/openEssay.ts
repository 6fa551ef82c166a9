import type { ChangeSet } from '@codemirror/state';
import type { Failure } from '#contract/errors.ts';
import type { Essay, EssayPatch } from '#contract/essay.ts';
import type { Ask } from '#renderer/studio.ts';
import { type Draft, type DraftState, openDraft } from './draft.ts';
import { type Fields, openFields } from './fields.ts';
import { savedTogether } from './savedState.ts';

/** An essay without its text, which lives in the editor. */
export type EssayFacts = Omit<Essay, 'body'>;

export interface OpenEssayEvents {
  /** What is saved is another now. */
  readonly onSaved: () => void;
  /** A field is another now, as typed or as the library has it. */
  readonly onFacts: () => void;
  /** Text changed elsewhere is to be brought into the editor. */
  readonly onMerge: (changes: ChangeSet) => void;
  readonly onRefused: (patch: EssayPatch, failure: Failure) => void;
}

/** An essay being written: its text and its fields, each saving itself. */
export interface OpenEssay {
  readonly draft: Draft;
  readonly fields: Fields;
  /** The essay's fields as typed. */
  readonly facts: () => EssayFacts;
  readonly saved: () => DraftState;
  readonly describe: (patch: EssayPatch) => void;
  /** The library has another version of it; what is unsaved here stays on top. */
  readonly changedElsewhere: (essay: Essay) => void;
  /** Resolves when everything is on disk or saving has failed; `saved` tells which. */
  readonly flush: () => Promise<void>;
  readonly close: () => void;
}

export function openEssay(essay: Essay, ask: Ask, events: OpenEssayEvents): OpenEssay {
  let known: EssayFacts = factsOf(essay);
  let typed: EssayPatch = {};
  const savedAt = Date.parse(essay.updatedAt);

  const draft = openDraft({
    id: essay.id,
    start: essay,
    savedAt,
    save: (change) => ask('essays.change', change),
    reread: () => ask('essays.read', essay.id),
    merge: events.onMerge,
    onState: events.onSaved,
  });

  const fields = openFields({
    savedAt,
    describe: (patch) => ask('essays.describe', essay.id, patch),
    onDescribed(described, unsaved) {
      known = factsOf(described);
      typed = unsaved;
      draft.changedElsewhere(described);
      events.onFacts();
    },
    onRefused(patch, failure) {
      typed = fields.unsaved();
      events.onFacts();
      events.onRefused(patch, failure);
    },
    onState: events.onSaved,
  });

  return {
    draft,
    fields,
    facts: () => ({ ...known, ...typed, slugIsSet: slugIsSet(known, typed) }),
    saved: () => savedTogether(draft.state(), fields.state()),
    describe(patch) {
      typed = { ...typed, ...patch };
      events.onFacts();
      fields.change(patch);
    },
    changedElsewhere(now) {
      known = factsOf(now);
      draft.changedElsewhere(now);
      events.onFacts();
    },
    async flush() {
      await Promise.all([draft.flush(), fields.flush()]);
    },
    close: () => draft.close(),
  };
}

function factsOf({ body: _, ...facts }: Essay): EssayFacts {
  return facts;
}

function slugIsSet(known: EssayFacts, typed: EssayPatch): boolean {
  return typed.slug === undefined ? known.slugIsSet : typed.slug !== '';
}

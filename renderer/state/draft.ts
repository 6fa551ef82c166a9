import { type ChangeSet, Text } from '@codemirror/state';
import { type Failure, toFailure } from '#contract/errors.ts';
import type { BodyChange, EssayId, Saved, Source } from '#contract/essay.ts';
import { textDifference } from '#renderer/editor/textDifference.ts';

/** What is true of the text on screen. Times are milliseconds since 1970; `since` is the first change not on disk. */
export type DraftState =
  | { readonly kind: 'saved'; readonly at: number }
  | { readonly kind: 'unsaved'; readonly since: number }
  | { readonly kind: 'saving'; readonly since: number }
  | { readonly kind: 'failed'; readonly failure: Failure; readonly since: number };

/** An essay's text as the library has it. */
interface LibraryText {
  readonly body: string;
  readonly revision: number;
}

export interface DraftOptions {
  readonly id: EssayId;
  readonly start: LibraryText;
  /** When the library saved that text. */
  readonly savedAt: number;
  /** Puts a change on disk; rejects with a `StudioError`. */
  readonly save: (change: BodyChange) => Promise<Saved>;
  /** Reads the essay again, after a conflict. */
  readonly reread: () => Promise<LibraryText>;
  /** Brings what was changed elsewhere into the editor; `edit` is not to be called for it. */
  readonly merge: (changes: ChangeSet) => void;
  readonly onState: (state: DraftState) => void;
}

/** Saves a text as it is written. A change handed to `edit` is kept until the library has it, however often saving fails. */
export interface Draft {
  readonly id: EssayId;
  readonly state: () => DraftState;
  /** The text on screen: the library's with what is unsaved. */
  readonly text: () => Text;
  /** A change the writer made. It is on its way to disk at most 200 ms after the first one unsaved. */
  readonly edit: (changes: ChangeSet, source: Source) => void;
  /** Saves at once. Resolves when everything is on disk or saving has failed; `state` tells which. */
  readonly flush: () => Promise<void>;
  /** The library's text is another now: merges it with what is unsaved. One that is not newer is ignored. */
  readonly changedElsewhere: (now: LibraryText) => void;
  /** Stops retrying. For an essay that is gone. */
  readonly close: () => void;
}

/** Leaves 50 ms for the way to the disk: what was typed 250 ms ago is there. */
const saveWithin = 200;
const retryAfterEdit = 1_000;
const firstRetry = 2_000;
const lastRetry = 30_000;
const mostConflicts = 5;

/** One change as the writer made it. */
interface Step {
  readonly changes: ChangeSet;
  readonly at: number;
  readonly source: Source;
}

/** Changes that were, or will be, sent together. */
interface Batch {
  readonly steps: readonly Step[];
  readonly since: number;
  /** True once it was sent: the library may have it even if the answer was lost. */
  readonly sent: boolean;
}

/** Opens a draft on a text that is on disk. */
export function openDraft(options: DraftOptions): Draft {
  let base = textOf(options.start.body);
  let { revision } = options.start;
  let state: DraftState = { kind: 'saved', at: options.savedAt };
  let unsaved: readonly Batch[] = [];
  let news: LibraryText | null = null;
  let round: Promise<void> | null = null;
  let failures = 0;
  let timer: ReturnType<typeof setTimeout> | undefined;
  let wakeAt = Number.POSITIVE_INFINITY;
  let closed = false;

  function enter(next: DraftState): void {
    state = next;
    options.onState(next);
  }

  function edit(changes: ChangeSet, source: Source): void {
    if (changes.empty) return;
    const last = unsaved.at(-1);
    const step: Step = { changes, at: Date.now(), source };
    unsaved =
      last && !last.sent
        ? [...unsaved.slice(0, -1), { ...last, steps: [...last.steps, step] }]
        : [...unsaved, { steps: [step], since: step.at, sent: false }];
    if (state.kind === 'saved') enter({ kind: 'unsaved', since: unsaved[0]!.since });
    // A save in flight sends what came meanwhile when it is done.
    if (!round) wakeWithin(state.kind === 'failed' ? retryAfterEdit : saveWithin);
  }

  function wakeWithin(delay: number): void {
    if (closed || Date.now() + delay >= wakeAt) return;
    clearTimeout(timer);
    wakeAt = Date.now() + delay;
    timer = setTimeout(() => void flush(), delay);
  }

  function flush(): Promise<void> {
    clearTimeout(timer);
    wakeAt = Number.POSITIVE_INFINITY;
    round ??= sendAll().finally(() => {
      round = null;
      if (state.kind === 'failed')
        wakeWithin(Math.min(lastRetry, firstRetry * 2 ** (failures - 1)));
      else if (unsaved.length > 0) wakeWithin(saveWithin);
    });
    return round;
  }

  async function sendAll(): Promise<void> {
    try {
      for (let conflicts = 0; unsaved.length > 0; ) {
        if (state.kind !== 'failed') enter({ kind: 'saving', since: unsaved[0]!.since });
        if (!(await sendOnce())) {
          conflicts++;
          const now = await options.reread();
          if (conflicts > mostConflicts || now.revision === revision) throw conflictAgain();
          rebase(now);
        }
        takeNews();
      }
    } catch (thrown) {
      takeNews();
      failures++;
      enter({ kind: 'failed', failure: toFailure(thrown), since: unsaved[0]?.since ?? Date.now() });
    }
  }

  /** Sends everything unsaved as one change. False when the library has another revision. */
  async function sendOnce(): Promise<boolean> {
    unsaved = unsaved.map((batch) => ({ ...batch, sent: true }));
    const batches = unsaved.length;
    const steps = unsaved.flatMap((batch) => batch.steps);
    let saved: Saved;
    try {
      saved = await options.save({
        id: options.id,
        baseRevision: revision,
        steps: steps.map((step) => ({ ...step, changes: step.changes.toJSON() })),
      });
    } catch (thrown) {
      if (toFailure(thrown).code === 'conflict') return false;
      throw thrown;
    }
    base = applied(steps, base);
    revision = saved.revision;
    unsaved = unsaved.slice(batches);
    failures = 0;
    if (unsaved.length === 0) enter({ kind: 'saved', at: Date.parse(saved.savedAt) });
    else enter({ kind: 'unsaved', since: unsaved[0]!.since });
    return true;
  }

  function changedElsewhere(now: LibraryText): void {
    news = now;
    if (!round) takeNews();
  }

  function takeNews(): void {
    if (news && news.revision > revision) rebase(news);
    news = null;
  }

  /** Puts the unsaved changes on top of another text of the library, and that text's changes into the editor. */
  function rebase(now: LibraryText): void {
    const text = textOf(now.body);
    forgetSaved(text);
    const theirs = textDifference(base, text);
    if (!theirs.empty) {
      let over = theirs;
      unsaved = unsaved.map((batch) => {
        const steps = batch.steps.map((step) => {
          const changes = step.changes.map(over, true);
          over = over.map(step.changes);
          return { ...step, changes };
        });
        return { ...batch, steps };
      });
      options.merge(over);
    }
    base = text;
    revision = now.revision;
    if (unsaved.length === 0 && state.kind !== 'saved') enter({ kind: 'saved', at: Date.now() });
  }

  /** A save whose answer was lost shows in the library's text: what it held is not to be merged with itself. */
  function forgetSaved(text: Text): void {
    let reached = base;
    for (const [index, batch] of unsaved.entries()) {
      if (!batch.sent) return;
      reached = applied(batch.steps, reached);
      if (reached.eq(text)) {
        base = reached;
        unsaved = unsaved.slice(index + 1);
        return;
      }
    }
  }

  return {
    id: options.id,
    state: () => state,
    text: () => unsaved.reduce((text, batch) => applied(batch.steps, text), base),
    edit,
    flush,
    changedElsewhere,
    close() {
      closed = true;
      clearTimeout(timer);
    },
  };
}

function applied(steps: readonly Step[], text: Text): Text {
  return steps.reduce((result, step) => step.changes.apply(result), text);
}

function conflictAgain(): Failure {
  return {
    code: 'conflict',
    message: 'This essay keeps being changed by another program while it is saved.',
    advice: 'Close the other program, or wait until it has finished.',
  };
}

function textOf(body: string): Text {
  return Text.of(body.split(/\r\n?|\n/));
}

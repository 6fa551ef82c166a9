import { type Failure, toFailure } from '#contract/errors.ts';
import type { Essay, EssayPatch } from '#contract/essay.ts';
import type { DraftState } from './draft.ts';

export interface FieldsOptions {
  /** When the library last had everything. */
  readonly savedAt: number;
  readonly describe: (patch: EssayPatch) => Promise<Essay>;
  /** The essay as the library has it now; `unsaved` is what was typed since and is not in it. */
  readonly onDescribed: (essay: Essay, unsaved: EssayPatch) => void;
  /** The library will not have these values, now or later. They are dropped. */
  readonly onRefused: (patch: EssayPatch, failure: Failure) => void;
  readonly onState: (state: DraftState) => void;
}

/** Saves title, tags and the like as they are typed. */
export interface Fields {
  readonly state: () => DraftState;
  /** On its way to the library a moment after the last change. */
  readonly change: (patch: EssayPatch) => void;
  /** Saves what is unsaved now. Resolves when all is saved or saving failed; see `state`. */
  readonly flush: () => Promise<void>;
  /** What was typed and is not in the library yet. */
  readonly unsaved: () => EssayPatch;
}

const pause = 250;

export function openFields(options: FieldsOptions): Fields {
  let state: DraftState = { kind: 'saved', at: options.savedAt };
  let waiting: EssayPatch = {};
  let sending: EssayPatch = {};
  let since = 0;
  let timer: ReturnType<typeof setTimeout> | undefined;
  let round: Promise<void> | null = null;

  function enter(next: DraftState): void {
    state = next;
    options.onState(next);
  }

  function flush(): Promise<void> {
    clearTimeout(timer);
    round ??= sendAll().finally(() => {
      round = null;
    });
    return round;
  }

  /** One request in flight; what is typed meanwhile goes in the next. */
  async function sendAll(): Promise<void> {
    let oneByOne = false;
    while (!isEmpty(waiting)) {
      [sending, waiting] = oneByOne ? firstAndRest(waiting) : [waiting, {}];
      enter({ kind: 'saving', since });
      try {
        const essay = await options.describe(sending);
        sending = {};
        options.onDescribed(essay, waiting);
        if (isEmpty(waiting)) enter({ kind: 'saved', at: Date.parse(essay.updatedAt) });
      } catch (thrown) {
        const failure = toFailure(thrown);
        const refused = failure.code === 'invalid' || failure.code === 'exists';
        const unsent = sending;
        sending = {};
        if (refused && Object.keys(unsent).length > 1) {
          // One bad value must not take good ones with it.
          oneByOne = true;
          waiting = { ...unsent, ...waiting };
          continue;
        }
        if (refused) {
          options.onRefused(unsent, failure);
          if (isEmpty(waiting)) enter({ kind: 'saved', at: options.savedAt });
          continue;
        }
        waiting = { ...unsent, ...waiting };
        enter({ kind: 'failed', failure, since });
        return;
      }
    }
  }

  return {
    state: () => state,
    change(patch) {
      if (isEmpty(waiting) && isEmpty(sending)) since = Date.now();
      waiting = { ...waiting, ...patch };
      if (state.kind === 'saved') enter({ kind: 'unsaved', since });
      clearTimeout(timer);
      timer = setTimeout(() => void flush(), pause);
    },
    flush,
    unsaved: () => ({ ...sending, ...waiting }),
  };
}

function firstAndRest(patch: EssayPatch): [EssayPatch, EssayPatch] {
  const fields = Object.entries(patch);
  return [Object.fromEntries(fields.slice(0, 1)), Object.fromEntries(fields.slice(1))];
}

function isEmpty(patch: EssayPatch): boolean {
  return Object.keys(patch).length === 0;
}

import {
  type ChangeSet,
  Compartment,
  type Extension,
  type StateEffect,
  type Text,
  Transaction,
} from '@codemirror/state';
import { breathing } from '../history/slices.ts';
import { sourceOf } from './source.ts';
import { type PastStep, type TextPast, undoAfter, undoing } from './undoPast.ts';

/** What undo remembers of each essay of an editor, beyond what was done since it was opened. */
export interface UndoMemory {
  /** Undo, for a new state. */
  readonly extension: Extension;
  /** An essay was opened of which nothing is known but its text. */
  readonly begin: (id: string, text: Text) => void;
  readonly isWithoutPast: (id: string) => boolean;
  /** What was done to an essay since it was opened. */
  readonly note: (id: string, transaction: Transaction) => void;
  readonly noteMerge: (id: string, changes: ChangeSet) => void;
  /**
   * What is to be told to the essay's state, at once, so that the changes that led to its text when it was opened
   * can be undone as well. Null where they do not lead there, or are not to be had.
   */
  readonly recall: (id: string, past: TextPast | null) => Promise<StateEffect<unknown> | null>;
  readonly forget: (id: string) => void;
}

export function createUndoMemory(): UndoMemory {
  const compartment = new Compartment();
  const without = new Map<string, { readonly text: Text; readonly since: PastStep[] }>();

  function noteStep(id: string, step: PastStep): void {
    without.get(id)?.since.push(step);
  }

  return {
    extension: compartment.of(undoing()),
    begin: (id, text) => void without.set(id, { text, since: [] }),
    isWithoutPast: (id) => without.has(id),
    note(id, transaction) {
      const { changes } = transaction;
      noteStep(id, {
        changes,
        selection: transaction.newSelection,
        at: transaction.annotation(Transaction.time) ?? Date.now(),
        source: sourceOf(transaction),
        userEvent: transaction.annotation(Transaction.userEvent),
      });
    },
    noteMerge: (id, changes) => noteStep(id, { changes, at: Date.now(), source: 'merged' }),
    async recall(id, past) {
      const opened = without.get(id);
      if (!opened) return null;
      if (!past || !reached(past).eq(opened.text)) {
        without.delete(id);
        return null;
      }
      const steps = undoAfter({ text: past.text, steps: inTurn(past.steps, opened.since) });
      const breathe = breathing();
      let next = steps.next();
      for (; !next.done; next = steps.next()) {
        await breathe();
        if (without.get(id) !== opened) return null;
      }
      without.delete(id);
      return compartment.reconfigure(undoing(next.value));
    },
    forget: (id) => void without.delete(id),
  };
}

/** The steps of one list, then of another that may still grow. */
function* inTurn(first: readonly PastStep[], then: readonly PastStep[]): Generator<PastStep> {
  yield* first;
  for (let at = 0; at < then.length; at++) yield then[at]!;
}

function reached({ text, steps }: TextPast): Text {
  let after = text;
  for (const { changes } of steps) after = changes.apply(after);
  return after;
}

import { history, historyField, isolateHistory, redo, undo } from '@codemirror/commands';
import {
  type ChangeSet,
  EditorSelection,
  EditorState,
  type Extension,
  type Text,
  Transaction,
  type TransactionSpec,
} from '@codemirror/state';
import type { StepSource } from '#contract/history.ts';

/** A change as it was once made. */
export interface PastStep {
  readonly changes: ChangeSet;
  /** In ms since 1970. */
  readonly at: number;
  readonly source: StepSource;
  /** The editor's own name for what it was, where that is known. */
  readonly userEvent?: string | undefined;
  /** Where the cursor was left; at the end of the change when not said. */
  readonly selection?: EditorSelection;
}

/** A text, and the changes that led from it to another. */
export interface TextPast {
  readonly text: Text;
  readonly steps: readonly PastStep[];
}

/** Undo as the editor has it; with a value that `undoAfter` gives, it goes back behind what was done since. */
export function undoing(remembered?: unknown): Extension {
  const memory = history({ newGroupDelay: 600 });
  return remembered === undefined ? memory : [memory, historyField.init(() => remembered)];
}

/**
 * What undo remembers once these changes have been made, grouped as when they were made. The work is done in
 * pieces: whoever asks goes on with the iterator as there is time.
 */
export function* undoAfter({
  text,
  steps,
}: {
  readonly text: Text;
  readonly steps: Iterable<PastStep>;
}): Generator<undefined, unknown> {
  let state = EditorState.create({ doc: text, extensions: undoing() });
  for (const step of steps) {
    state = again(state, step) ?? anew(state, step);
    yield;
  }
  return state.field(historyField);
}

/** Undoes or redoes once more; null where that does not give what it gave then. */
function again(state: EditorState, { changes, source }: PastStep): EditorState | null {
  if (source !== 'undone' && source !== 'redone') return null;
  const command = source === 'undone' ? undo : redo;
  const expected = changes.apply(state.doc);
  for (let current = state; ; ) {
    let next = null as EditorState | null;
    command({ state: current, dispatch: (transaction) => (next = transaction.state) });
    if (!next || next.doc.eq(expected)) return next;
    // What was typed and taken back at once came to nothing: undoing it changed nothing, so the history has no step of it.
    if (!next.doc.eq(current.doc)) return null;
    current = next;
  }
}

function anew(before: EditorState, step: PastStep): EditorState {
  const { changes, at, source, selection } = step;
  const state = withCursorAt(before, changes);
  const isForeign = source === 'merged' || source === 'recovered';
  const spec: TransactionSpec = {
    changes,
    ...(isForeign ? {} : { selection: selection ?? EditorSelection.cursor(endOf(changes)) }),
    userEvent: step.userEvent ?? events[source],
    annotations: [
      Transaction.time.of(at),
      Transaction.addToHistory.of(!isForeign),
      ...(source === 'restored' ? [isolateHistory.of('full')] : []),
    ],
  };
  return state.update(spec).state;
}

const events: Readonly<Record<StepSource, string>> = {
  typed: 'input.type',
  pasted: 'input.paste',
  replaced: 'input.replace',
  restored: 'input.restore',
  undone: 'input',
  redone: 'input',
  merged: 'input',
  recovered: 'input',
};

/** Undoing leads back to where the cursor was before a change: at its place, wherever it was before that. */
function withCursorAt(state: EditorState, changes: ChangeSet): EditorState {
  const { head } = state.selection.main;
  let place: number | null = null;
  changes.iterChangedRanges((from, to) => {
    place ??= head === from || head === to ? head : to;
  });
  if (place === null || place === head) return state;
  const annotations = Transaction.addToHistory.of(false);
  return state.update({ selection: EditorSelection.cursor(place), annotations }).state;
}

function endOf(changes: ChangeSet): number {
  let end = 0;
  changes.iterChangedRanges((_from, _to, _fromAfter, toAfter) => {
    end = toAfter;
  });
  return end;
}

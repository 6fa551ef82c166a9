import { redo, undo } from '@codemirror/commands';
import { ChangeSet, EditorState, Text, Transaction } from '@codemirror/state';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { cameAs, sourceOf } from '#renderer/editor/source.ts';
import { createUndoMemory } from '#renderer/editor/undoMemory.ts';
import { type PastStep, undoAfter, undoing } from '#renderer/editor/undoPast.ts';

interface Act {
  readonly kind: 'type' | 'paste' | 'delete' | 'undo' | 'redo' | 'merge';
  readonly at: number;
  readonly pause: number;
}

const acts = fc.array(
  fc.record<Act>({
    kind: fc.constantFrom('type', 'type', 'type', 'paste', 'delete', 'undo', 'redo', 'merge'),
    at: fc.nat(30),
    pause: fc.constantFrom(20, 20, 20, 900),
  }),
  { maxLength: 40 },
);

test('what is undone and redone after a restart is what would have been without one', () => {
  fc.assert(
    fc.property(acts, (list) => {
      const start = Text.of(['a beginning']);
      const { state, steps } = write(start, list);
      const again = EditorState.create({
        doc: state.doc,
        extensions: undoing(rememberedBy(undoAfter({ text: start, steps }))),
      });
      expect(texts(again, undo)).toEqual(texts(state, undo));
      expect(texts(again, redo)).toEqual(texts(state, redo));
    }),
    { numRuns: 500 },
  );
});

test('typing goes back word by word as it was typed, with the cursor where it was', () => {
  const start = Text.of(['']);
  const list = [...'one '].map((): Act => ({ kind: 'type', at: 99, pause: 20 }));
  const later = [...'two'].map((_, at): Act => ({ kind: 'type', at: 99, pause: at ? 20 : 900 }));
  const { state, steps } = write(start, [...list, ...later]);
  const again = EditorState.create({
    doc: state.doc,
    extensions: undoing(rememberedBy(undoAfter({ text: start, steps }))),
  });
  let after = again;
  undo({ state: again, dispatch: (transaction) => (after = transaction.state) });
  expect(after.doc.length).toBe(4);
  expect(after.selection.main.head).toBe(4);
});

test('what is typed before the past arrives is undone first, then the past', async () => {
  const start = Text.of(['']);
  const { state: closed, steps } = write(start, [{ kind: 'paste', at: 0, pause: 900 }]);
  const memory = createUndoMemory();
  let state = EditorState.create({ doc: closed.doc, extensions: memory.extension });
  memory.begin('x', closed.doc);
  const typed = state.update({ changes: { from: state.doc.length, insert: '!' } });
  memory.note('x', typed);
  state = typed.state;
  const effects = await memory.recall('x', { text: start, steps });
  state = state.update({ effects: effects! }).state;
  expect(texts(state, undo)).toEqual([`${closed.doc}!`, closed.doc.toString(), '']);
  expect(memory.isWithoutPast('x')).toBe(false);
});

test('a past that leads to another text is left alone', async () => {
  const memory = createUndoMemory();
  memory.begin('x', Text.of(['another text']));
  const { steps } = write(Text.of(['']), [{ kind: 'paste', at: 0, pause: 900 }]);
  expect(await memory.recall('x', { text: Text.of(['']), steps })).toBeNull();
  expect(memory.isWithoutPast('x')).toBe(false);
});

/** Writes as in an editor, and notes each change as the history keeps it. */
function write(start: Text, list: readonly Act[]) {
  let state = EditorState.create({ doc: start, extensions: undoing() });
  let at = 1_000_000;
  const steps: PastStep[] = [];
  const note = (transaction: Transaction) => {
    state = transaction.state;
    if (!transaction.docChanged) return;
    // Through JSON and back, as to the disk.
    const changes = ChangeSet.fromJSON(transaction.changes.toJSON());
    steps.push({ changes, at, source: sourceOf(transaction) });
  };
  for (const act of list) {
    at += act.pause;
    if (act.kind === 'undo' || act.kind === 'redo') {
      (act.kind === 'undo' ? undo : redo)({ state, dispatch: note });
      continue;
    }
    const from = Math.min(act.at, state.doc.length);
    const to = act.kind === 'delete' ? Math.min(from + 1, state.doc.length) : from;
    const inserts = { type: 'x', paste: 'pasted\ntext', delete: '', merge: 'theirs' };
    const merges = [cameAs.of('merged' as const), Transaction.addToHistory.of(false)];
    const events = {
      type: 'input.type',
      paste: 'input.paste',
      delete: 'delete.forward',
      merge: '',
    };
    note(
      state.update({
        changes: { from, to, insert: inserts[act.kind] },
        ...(events[act.kind] ? { userEvent: events[act.kind] } : {}),
        annotations: [Transaction.time.of(at), ...(act.kind === 'merge' ? merges : [])],
      }),
    );
  }
  return { state, steps };
}

/** The texts seen while undoing, or redoing, as long as it goes; what changes nothing is not seen. */
function texts(from: EditorState, command: typeof undo): string[] {
  const seen: string[] = [from.doc.toString()];
  let state = from;
  while (command({ state, dispatch: (transaction) => (state = transaction.state) })) {
    if (state.doc.toString() !== seen.at(-1)) seen.push(state.doc.toString());
  }
  return seen;
}

function rememberedBy(steps: Generator<undefined, unknown>): unknown {
  for (;;) {
    const { done, value } = steps.next();
    if (done) return value;
  }
}

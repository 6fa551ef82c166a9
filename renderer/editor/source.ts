import { Annotation, type Transaction } from '@codemirror/state';
import type { Source } from '#contract/essay.ts';

/** Says of a transaction how its change came about, where the kind of event it is does not. */
export const cameAs = Annotation.define<Source>();

/** How the change of a transaction came about. */
export function sourceOf(transaction: Transaction): Source {
  const said = transaction.annotation(cameAs);
  if (said !== undefined) return said;
  return events.find(([event]) => transaction.isUserEvent(event))?.[1] ?? 'typed';
}

const events = [
  ['undo', 'undone'],
  ['redo', 'redone'],
  ['input.replace', 'replaced'],
  ['input.paste', 'pasted'],
  ['input.drop', 'pasted'],
] as const satisfies readonly (readonly [string, Source])[];

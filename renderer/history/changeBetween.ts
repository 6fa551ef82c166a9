import { ChangeSet, type ChangeSpec, type Text } from '@codemirror/state';
import { insertedText } from './applyEdits.ts';
import { lineDifference } from './lineDifference.ts';
import type { Edits } from './moments.ts';
import type { Past } from './past.ts';

/** Further apart than this, the texts are compared instead of the changes between them put together. */
const mostSteps = 64;

/** The change that leads from the text of one moment to that of another, earlier or later. */
export function changeBetween(past: Past, from: number, to: number): ChangeSet {
  if (Math.abs(to - from) > mostSteps) return lineDifference(past.text(from), past.text(to));
  if (to < from) return changeBetween(past, to, from).invert(past.text(to));
  const { length } = past.text(from);
  let change = ChangeSet.empty(length);
  for (let moment = from + 1; moment <= to; moment++) {
    const step = past.moments[moment]!;
    if (step.kind === 'text') change = change.compose(changeOf(step.edits, change.newLength));
  }
  return change;
}

/** Some edits of a text of that length as the editor's change. */
export function changeOf(edits: Edits, length: number): ChangeSet {
  const changes: ChangeSpec[] = [];
  for (let at = 0; at < edits.length; at += 3) {
    const from = edits[at] as number;
    const insert: Text = insertedText(edits[at + 2] as string);
    changes.push({ from, to: from + (edits[at + 1] as number), insert });
  }
  return ChangeSet.of(changes, length);
}

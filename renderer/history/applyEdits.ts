import { Text } from '@codemirror/state';
import type { Edits } from './moments.ts';

/** A text after some edits, which are in order and all relative to the text before. Throws a RangeError when one lies outside it. */
export function applyEdits(text: Text, edits: Edits): Text {
  let after = text;
  // From the last on, the positions of those before it still hold.
  for (let at = edits.length - 3; at >= 0; at -= 3) {
    const from = edits[at] as number;
    const to = from + (edits[at + 1] as number);
    if (!(from >= 0 && to >= from && to <= text.length)) {
      throw new RangeError(`A change at ${from} lies outside the text.`);
    }
    after = after.replace(from, to, insertedText(edits[at + 2] as string));
  }
  return after;
}

/** What an edit brings, as the editor holds it. */
export function insertedText(inserted: string): Text {
  return inserted === '' ? Text.empty : Text.of(inserted.split('\n'));
}

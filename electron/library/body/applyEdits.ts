import type { BodyEdit } from './bodyEdits.ts';
import type { LineBreak } from './lineBreaks.ts';

/**
 * The text after edits that are in order, do not overlap and lie within it. Positions count any line break
 * as one. Line breaks outside the edits keep their bytes, new ones are `lineBreak`.
 */
export function applyEdits(text: string, edits: readonly BodyEdit[], lineBreak: LineBreak): string {
  const offset = offsets(text);
  let result = '';
  let kept = 0;
  for (const edit of edits) {
    result = join(result, text.slice(kept, offset(edit.from)));
    result = join(result, edit.lines.join(lineBreak));
    kept = offset(edit.to);
  }
  return join(result, text.slice(kept));
}

/** Two line breaks that an edit brings together stay two: a `\r` before a `\n` becomes `\r\n`. */
function join(before: string, after: string): string {
  const isOneBreak = before.endsWith('\r') && after.startsWith('\n');
  return isOneBreak ? `${before}\n${after}` : before + after;
}

/** Turns the editor's positions, asked in ascending order, into offsets of the text. */
function offsets(text: string): (position: number) => number {
  if (!text.includes('\r\n')) return (position) => position;
  let position = 0;
  let offset = 0;
  let pair = text.indexOf('\r\n');
  return (asked) => {
    while (pair !== -1 && position + (pair - offset) < asked) {
      position += pair - offset + 1;
      offset = pair + 2;
      pair = text.indexOf('\r\n', offset);
    }
    return offset + (asked - position);
  };
}

import { StudioError } from '#contract/errors.ts';
import type { ChangeSetJson } from '#contract/essay.ts';

/** [from, to) of the text before, counted as the editor does, gives way to these lines. */
export interface BodyEdit {
  readonly from: number;
  readonly to: number;
  /** One entry is text within a line; each further one starts a new line. */
  readonly lines: readonly string[];
}

/** The edits of a change set in order, for a text of `length`. Throws `invalid` when it does not fit the text. */
export function bodyEdits(changes: ChangeSetJson, length: number): readonly BodyEdit[] {
  const edits: BodyEdit[] = [];
  let at = 0;
  for (const part of changes) {
    const [deleted, ...lines] = typeof part === 'number' ? [part] : part;
    if (!Number.isSafeInteger(deleted) || deleted < 0 || !lines.every(isLine)) refuse();
    const from = at;
    at += deleted;
    const isEdit = typeof part !== 'number' && (deleted > 0 || lines.length > 0);
    if (isEdit) edits.push({ from, to: at, lines });
  }
  if (at !== length) refuse();
  return edits;
}

function isLine(line: unknown): boolean {
  return typeof line === 'string' && !/[\r\n]/.test(line);
}

function refuse(): never {
  throw new StudioError(
    'invalid',
    'A change to the text does not fit the text it was made for, so it was not applied.',
    'Copy what you wrote since the last save, and open the essay again.',
  );
}

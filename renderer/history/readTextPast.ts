import { Text } from '@codemirror/state';
import type { EssayId } from '#contract/essay.ts';
import type { PastStep, TextPast } from '#renderer/editor/undoPast.ts';
import type { Ask } from '#renderer/studio.ts';
import { applyEdits } from './applyEdits.ts';
import { changeOf } from './changeBetween.ts';
import { momentsOf, readEntries, startOf } from './moments.ts';

/** Changes that undo can lead back through, at most. */
const mostSteps = 1_500;

/**
 * The last changes of an essay's text up to one of its revisions, with the text before them. Null where there are
 * none: undo then begins with what is done from here on. Throws where they cannot be read.
 */
export async function readTextPast(
  ask: Ask,
  id: EssayId,
  revision: number,
): Promise<TextPast | null> {
  const recent = await ask('history.recent', id, revision);
  const entries = readEntries(recent.lines);
  const start = entries[0] && startOf(entries[0]);
  const moments = entries.flatMap(momentsOf).filter((moment) => moment.kind === 'text');
  const first = Math.max(0, moments.length - mostSteps);
  let before = Text.of((start?.body ?? recent.text).split(/\r\n?|\n/));
  for (const { edits } of moments.slice(0, first)) before = applyEdits(before, edits);
  let { length } = before;
  const steps = moments.slice(first).map(({ edits, at, source }): PastStep => {
    const changes = changeOf(edits, length);
    length = changes.newLength;
    return { changes, at, source };
  });
  return steps.length === 0 ? null : { text: before, steps };
}

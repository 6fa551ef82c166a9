import type { EssayId } from '#contract/essay.ts';
import type { PastStep, TextPast } from '#renderer/editor/undoPast.ts';
import type { Ask } from '#renderer/studio.ts';
import { changeOf } from './changeBetween.ts';
import { openPast } from './loadPast.ts';

/** Changes that undo can lead back through, at most. */
const mostSteps = 1_500;

/**
 * The last changes of an essay's text up to one of its revisions, with the text before them. Null where there are
 * none, or they cannot be read: undo then begins with what is done from here on.
 */
export async function readTextPast(
  ask: Ask,
  id: EssayId,
  revision: number,
): Promise<TextPast | null> {
  const loader = openPast(ask, id, revision);
  const failure = await loader.readOn();
  const { moments, text } = loader.past;
  if (failure || loader.read() !== revision || moments.length < 2) return null;
  const first = Math.max(0, moments.length - 1 - mostSteps);
  const before = text(first);
  const steps: PastStep[] = [];
  let { length } = before;
  for (const moment of moments.slice(first + 1)) {
    if (moment.kind !== 'text') continue;
    const changes = changeOf(moment.edits, length);
    length = changes.newLength;
    steps.push({ changes, at: moment.at, source: moment.source });
  }
  return steps.length === 0 ? null : { text: before, steps };
}

import type { BodyStep, ChangeSetJson } from '#contract/essay.ts';
import type { Step } from '#contract/history.ts';
import { bodyEdits } from '../body/bodyEdits.ts';

/** Steps as the history keeps them, in an entry that is made at `now`; those that change nothing are left out. */
export function toSteps(steps: readonly BodyStep[], now: number): Step[] {
  return steps.flatMap(({ changes, at, source }): Step[] => {
    const edits = bodyEdits(changes, lengthBefore(changes)).flatMap(({ from, to, lines }) => [
      from,
      to - from,
      lines.join('\n'),
    ]);
    return edits.length === 0 ? [] : [[Math.max(0, Math.round(now - at)), source, ...edits]];
  });
}

function lengthBefore(changes: ChangeSetJson): number {
  return changes.reduce<number>(
    (sum, part) => sum + (typeof part === 'number' ? part : part[0]),
    0,
  );
}

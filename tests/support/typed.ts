import type { BodyStep, ChangeSetJson } from '#contract/essay.ts';

/** Change sets as somebody types them, one after another. */
export function typed(...changes: readonly ChangeSetJson[]): BodyStep[] {
  return changes.map((each) => ({ changes: each, at: Date.now(), source: 'typed' }));
}

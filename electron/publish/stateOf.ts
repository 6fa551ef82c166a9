import type { EssayFacts, EssayState } from '#contract/publishing.ts';

/** The state of an essay as receipts remember it. */
export function stateOf({ id, title, revision, head }: EssayFacts): EssayState {
  return { id, title, revision, head };
}

import type { TargetKind } from '#contract/publishing.ts';
import { notDrawnYet } from '#markdown/plugins/diagrams.ts';
import type { Rule } from './review.ts';

/** Diagrams that cannot be drawn, or were not yet where they go out drawn. */
export const diagrams: Rule = {
  name: 'diagrams',
  check: ({ page: { problems }, target }) =>
    problems
      .filter(
        ({ kind, reason }) => kind === 'diagram' && (reason !== notDrawnYet || isDrawn(target)),
      )
      .map(({ line, what, reason }) => ({
        line,
        message: `The diagram “${what}” is not drawn: ${reason}.`,
        advice: 'Look at it in the window: readers would see its source.',
      })),
};

/** Whether diagrams go to a target as drawings: others are given their source. */
function isDrawn({ kind }: { readonly kind: TargetKind }): boolean {
  return kind === 'site' || kind === 'ghost';
}

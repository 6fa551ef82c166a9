import { notDrawnYet } from '#markdown/plugins/diagrams.ts';
import { isRendered } from '../plan/piecesFor.ts';
import type { Rule } from './review.ts';

/** Diagrams that cannot be drawn, or were not yet where they go out drawn; elsewhere their source goes out. */
export const diagrams: Rule = {
  name: 'diagrams',
  check: ({ page: { problems }, target }) =>
    problems
      .filter(
        ({ kind, reason }) => kind === 'diagram' && (reason !== notDrawnYet || isRendered(target)),
      )
      .map(({ line, what, reason }) => ({
        line,
        message: `The diagram “${what}” is not drawn: ${reason}.`,
        advice: 'Look at it in the window: readers would see its source.',
      })),
};

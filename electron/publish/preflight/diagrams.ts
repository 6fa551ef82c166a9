import type { Rule } from './review.ts';

/** Diagrams that cannot be drawn, or were not yet. */
export const diagrams: Rule = {
  name: 'diagrams',
  check: ({ rendered }) =>
    rendered.problems
      .filter(({ kind }) => kind === 'diagram')
      .map(({ line, what, reason }) => ({
        line,
        message: `The diagram “${what}” is not drawn: ${reason}.`,
        advice: 'Look at it in the window: readers would see its source.',
      })),
};

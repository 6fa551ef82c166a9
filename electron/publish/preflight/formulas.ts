import type { Rule } from './review.ts';

/** Formulas that cannot be shown. */
export const formulas: Rule = {
  name: 'formulas',
  check: ({ page: { problems } }) =>
    problems
      .filter(({ kind }) => kind === 'formula')
      .map(({ line, what, reason }) => ({
        line,
        message: `The formula “${what.trim()}” cannot be shown: ${reason}.`,
        advice: 'Mend it: readers would see its source.',
      })),
};

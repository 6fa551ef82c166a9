import type { Rule } from './review.ts';

/** Notes that the author left for later. Code has its own, which are not the essay's. */
export const leftovers: Rule = {
  name: 'leftovers',
  check: ({ prose, lineAt }) =>
    [
      ...prose.text.matchAll(
        /\b(TODO|FIXME|XXX|TBD|TK|TKTK)\b|lorem ipsum|\?{3,}|<{7}|>{7}(?=\s)/g,
      ),
    ].map(({ index, 0: note }) => ({
      line: lineAt(index),
      message: `“${note}” was left in the text.`,
      advice: 'Do it, or take the note out.',
    })),
};

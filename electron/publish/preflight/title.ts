import type { Rule } from './review.ts';

/** A title that is missing, or longer than its readers are shown. */
export const title: Rule = {
  name: 'title',
  check: ({ essay, target }) => {
    const length = Array.from(essay.title.trim()).length;
    const most = target.kind === 'medium' ? 100 : 150;
    if (length === 0) {
      return [{ line: null, message: 'The essay has no title.', advice: 'Give it one.' }];
    }
    if (length <= most) return [];
    const message = `The title has ${length} characters; ${target.name} shows ${most}.`;
    return [{ line: null, message, advice: 'Shorten it.' }];
  },
};

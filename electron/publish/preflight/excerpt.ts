import { oneLine } from '../presets/usualValue.ts';
import type { Rule } from './review.ts';

/** An excerpt that is missing, or no longer one. */
export const excerpt: Rule = {
  name: 'excerpt',
  check: ({ essay, target }) => {
    const length = Array.from(oneLine(essay.excerpt)).length;
    const most = target.kind === 'ghost' ? 300 : 500;
    if (length === 0) {
      const needed = target.kind === 'astro' ? ', and Astro’s blog will not build without one' : '';
      return [
        {
          line: null,
          message: `The essay has no excerpt${needed}.`,
          advice: 'Write two to four sentences for the index and for search engines.',
        },
      ];
    }
    if (length <= most) return [];
    return [
      {
        line: null,
        message: `The excerpt has ${length} characters; more than ${most} are cut.`,
        advice: 'Keep it to four sentences.',
      },
    ];
  },
};

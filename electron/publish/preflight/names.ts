import type { Rule } from './review.ts';
import { scan } from './scan.ts';

/** Names from the author's own list: of people, customers, systems. */
export const names: Rule = {
  name: 'names',
  check: (review) =>
    review.names
      .map((name) => name.trim())
      .filter((name) => name !== '')
      .flatMap((name) =>
        scan(review, whole(name), ([written]) => ({
          message: `“${written}” is on your list of names that must not leave.`,
          advice: 'Replace it, or take it off the list.',
        })),
      ),
};

/** The name in any case, not as a part of a longer word, any white space for a space. */
function whole(name: string): RegExp {
  const escaped = name.replace(/[.*+?^${}()|[\]\\/]/g, '\\$&').replace(/\s+/g, '\\s+');
  return new RegExp(`(?<![\\p{L}\\p{N}_])${escaped}(?![\\p{L}\\p{N}_])`, 'giu');
}

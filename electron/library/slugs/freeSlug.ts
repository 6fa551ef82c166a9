import type { Library } from '../library.ts';
import { statement } from '../statement.ts';
import { longestSlug, shorten, slugFor } from './slugFor.ts';

/**
 * The slug for a title, or for a slug a writer typed, that no other essay has: with `-2`, `-3` and so on
 * after it where needed. `self` is the essay it is for, whose own slug counts as free.
 */
export function freeSlug(library: Library, wish: string, self: number | null = null): string {
  const slug = slugFor(wish);
  const numbered = (number: number) => {
    const ending = `-${number}`;
    return number === 1 ? slug : shorten(slug, longestSlug - ending.length) + ending;
  };
  const isTaken = (number: number) => {
    const holder = statement<number>(library.db, 'SELECT key FROM essay WHERE slug = ?')
      .pluck()
      .get(numbered(number));
    return holder !== undefined && holder !== self;
  };
  // Doubling, then halving: a thousand essays called "readme" must not take a million questions.
  let free = 1;
  while (isTaken(free)) free *= 2;
  let taken = Math.floor(free / 2);
  while (free - taken > 1) {
    const middle = Math.floor((free + taken) / 2);
    if (isTaken(middle)) taken = middle;
    else free = middle;
  }
  return numbered(free);
}

import { missingImages as missingIn } from '#markdown/images/missingImages.ts';
import type { Rule } from './review.ts';

/** Images that the library has not. */
export const missingImages: Rule = {
  name: 'missing images',
  check: ({ essay, images }) =>
    missingIn(essay, images).map(({ source, line }) => ({
      line,
      message: `The image “${source}” is not in the library.`,
      advice: 'Insert it, or take it out: readers would see its name.',
    })),
};

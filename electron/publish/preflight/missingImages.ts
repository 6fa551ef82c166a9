import type { Essay } from '#contract/essay.ts';
import type { Target } from '#contract/publishing.ts';
import { missingImages as missingIn } from '#markdown/images/missingImages.ts';
import { isAtHome } from '../presets/isAtHome.ts';
import { type MarkdownKind, presets } from '../presets/presets.ts';
import type { Rule } from './review.ts';

/** Images that the library has not. What a blog's own file calls an image of that blog is there, and none of the library's. */
export const missingImages: Rule = {
  name: 'missing images',
  check: ({ essay, target, images, page: { problems } }) =>
    missingIn(essay, images, problems)
      .filter(({ source }) => isOurs(source) || !standsAtHome(essay, target))
      .map(({ source, line }) => ({
        line,
        message: `The image “${source}” is not in the library.`,
        advice: 'Insert it, or take it out: readers would see its name.',
      })),
};

/** As the studio calls an image. */
function isOurs(source: string): boolean {
  return source.startsWith('images/');
}

function standsAtHome(essay: Essay, { kind }: Target): boolean {
  return kind in presets && isAtHome(essay, presets[kind as MarkdownKind]);
}

import type { Essay } from '#contract/essay.ts';
import type { RuleName } from '#contract/preflight.ts';
import type { Target } from '#contract/publishing.ts';
import type { ListedImage } from '#markdown/images/imageBook.ts';
import { type EssayLink, findLinks } from '../links/findLinks.ts';
import type { LinkBook } from '../links/linkBook.ts';
import type { RenderedText } from '../rendering/render.ts';
import { lineStarts, type Prose, proseOnly } from '../source/proseOnly.ts';

/** Whose links can be told to lead somewhere. */
export interface KnownEssays {
  /** Those that are to be at the target. */
  readonly published: LinkBook;
  /** All of the library. */
  readonly all: LinkBook;
}

/** An essay as the rules look at it. */
export interface Review {
  readonly essay: Essay;
  readonly target: Target;
  readonly prose: Prose;
  readonly links: readonly EssayLink[];
  readonly page: RenderedText;
  /** The images that its page may show. */
  readonly images: readonly ListedImage[];
  readonly known: KnownEssays;
  /** Names that the author never wants to see published. */
  readonly names: readonly string[];
  /** The line of a place in the body, from 0. */
  readonly lineAt: (place: number) => number;
}

export interface Found {
  readonly line: number | null;
  readonly message: string;
  readonly advice: string;
}

/** One thing to look for before an essay goes out. */
export interface Rule {
  readonly name: RuleName;
  readonly check: (review: Review) => readonly Found[];
}

export function openReview(
  essay: Essay,
  target: Target,
  given: Pick<Review, 'page' | 'images' | 'known' | 'names'>,
): Review {
  const starts = lineStarts(essay.body);
  const prose = proseOnly(essay.body);
  return {
    ...given,
    essay,
    target,
    prose,
    links: findLinks(essay.body, prose.text),
    lineAt: (place) => {
      let [low, high] = [0, starts.length - 1];
      while (low < high) {
        const middle = (low + high + 1) >> 1;
        if (starts[middle]! <= place) low = middle;
        else high = middle - 1;
      }
      return low;
    },
  };
}

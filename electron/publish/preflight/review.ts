import type { Essay } from '#contract/essay.ts';
import type { ImageShelf } from '#contract/images.ts';
import type { RuleName } from '#contract/preflight.ts';
import type { Target } from '#contract/publishing.ts';
import { imageBook } from '#markdown/images/imageBook.ts';
import { openLivePage } from '#markdown/livePage.ts';
import type { Problem, RenderedEssay } from '#markdown/types.ts';
import { type EssayLink, findLinks } from '../links/findLinks.ts';
import type { LinkBook } from '../links/linkBook.ts';
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
  readonly rendered: RenderedEssay;
  /** What is wrong in its page. */
  readonly problems: readonly Problem[];
  /** The images of the library. */
  readonly images: Pictures['images'];
  readonly known: KnownEssays;
  /** Names that the author never wants to see published. */
  readonly names: readonly string[];
  /** The line of a place in the body, from 0. */
  readonly lineAt: (place: number) => number;
}

/** What of pictures is at hand: the images of the library, and what diagrams were drawn as. */
export type Pictures = Pick<ImageShelf, 'images' | 'drawing'>;

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
  known: KnownEssays,
  names: readonly string[],
  { images, drawing }: Pictures,
): Review {
  const starts = lineStarts(essay.body);
  const prose = proseOnly(essay.body);
  const page = openLivePage(essay.body, {
    image: imageBook(images, essay.origin?.images),
    diagram: drawing,
  });
  return {
    essay,
    target,
    known,
    names,
    prose,
    links: findLinks(essay.body, prose.text),
    images,
    rendered: page.page(),
    problems: page.problems(),
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

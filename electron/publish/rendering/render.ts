import type { Drawing } from '#contract/drawings.ts';
import type { ImageAddresses } from '#contract/images.ts';
import { imageBook, type ListedImage } from '#markdown/images/imageBook.ts';
import { openLivePage } from '#markdown/livePage.ts';
import type { Problem, RenderedEssay } from '#markdown/types.ts';

/** What publishing needs of a rendered essay. */
export interface RenderedText extends Pick<RenderedEssay, 'html' | 'outline' | 'statistics'> {
  /** What is wrong in it, in the order of lines. */
  readonly problems: readonly Problem[];
}

/** The images that a source may show, as plain data. */
export interface RenderedImages {
  readonly listed: readonly ListedImage[];
  readonly addresses: ImageAddresses;
  /** What the source's diagrams were drawn as; null for one that was not. */
  readonly drawings: Readonly<Record<string, Drawing | null>>;
}

/** Renders a Markdown source, here or elsewhere. */
export type Render = (
  source: string,
  images?: RenderedImages,
) => RenderedText | Promise<RenderedText>;

export function renderHere(source: string, images: RenderedImages = noImages): RenderedText {
  const { listed, addresses, drawings } = images;
  const live = openLivePage(source, {
    image: imageBook(listed, addresses),
    diagram: (asked) => drawings[asked] ?? undefined,
  });
  const { html, outline, statistics } = live.page();
  return { html, outline, statistics, problems: live.problems() };
}

export const noImages: RenderedImages = { listed: [], addresses: {}, drawings: {} };

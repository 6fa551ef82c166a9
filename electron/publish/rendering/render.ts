import type { Drawing } from '#contract/drawings.ts';
import type { ImageAddresses } from '#contract/images.ts';
import { imageBook, type ListedImage } from '#markdown/images/imageBook.ts';
import { renderEssay } from '#markdown/renderEssay.ts';
import type { RenderedEssay } from '#markdown/types.ts';

/** What publishing needs of a rendered essay. */
export type RenderedText = Pick<RenderedEssay, 'html' | 'outline' | 'statistics'>;

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

export const renderHere: Render = (source, images = nothing) => {
  const { listed, addresses, drawings } = images;
  const { html, outline, statistics } = renderEssay(source, {
    image: imageBook(listed, addresses),
    diagram: (asked) => drawings[asked] ?? undefined,
  });
  return { html, outline, statistics };
};

const nothing: RenderedImages = { listed: [], addresses: {}, drawings: {} };

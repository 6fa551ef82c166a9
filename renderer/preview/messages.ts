import type { Drawing } from '#contract/drawings.ts';
import type { ImageAddresses } from '#contract/images.ts';
import type { ListedImage } from '#markdown/images/imageBook.ts';
import type { PagePatch, RenderedEssay, SourceEdit } from '#markdown/types.ts';

/** What the page needs of a rendered essay; its joined HTML stays in the worker. */
export type Page = Pick<RenderedEssay, 'units' | 'footnotes' | 'outline' | 'statistics'>;

/** The pictures that a page may show: images of the library, what its essay calls some of them, and drawings. */
export interface PagePictures {
  readonly listed: readonly ListedImage[];
  readonly addresses: ImageAddresses;
  /** What diagrams were drawn as, by their sources. */
  readonly drawings: Readonly<Record<string, Drawing>>;
}

/** Asked of the worker, one at a time; it answers each with the same version. */
export type PageRequest =
  | {
      readonly kind: 'open';
      readonly version: number;
      readonly source: string;
      readonly pictures: PagePictures;
    }
  | { readonly kind: 'edit'; readonly version: number; readonly edits: readonly SourceEdit[] };

/** Told by the worker: once that it has loaded, then an answer to each request. */
export type PageAnswer =
  | { readonly kind: 'ready' }
  | { readonly kind: 'page'; readonly version: number; readonly page: Page }
  | { readonly kind: 'patch'; readonly version: number; readonly patch: PagePatch }
  /** Told before a page or a patch that has diagrams which are not drawn. */
  | { readonly kind: 'undrawn'; readonly version: number; readonly sources: readonly string[] }
  /** There is a page, but no browser lays it out in time. */
  | { readonly kind: 'unfit'; readonly version: number }
  | { readonly kind: 'failed'; readonly version: number; readonly reason: string };

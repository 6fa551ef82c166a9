import type { Essay } from '#contract/essay.ts';
import type { ImageShelf, LibraryImage } from '#contract/images.ts';
import { embedSources } from '#markdown/images/embed.ts';
import { imageBook, imagesCalled } from '#markdown/images/imageBook.ts';
import { imageSources } from '#markdown/images/imageSources.ts';

/** An image that goes out with an essay. */
export interface PackedImage extends LibraryImage {
  readonly bytes: Uint8Array;
  /** What the essay calls it, as written. */
  readonly sources: readonly string[];
}

/** The images of the library that an essay's text and cover show, with their bytes. Throws what reading one throws. */
export function essayImages(
  { body, coverImage, origin }: Pick<Essay, 'body' | 'coverImage' | 'origin'>,
  shelf: ImageShelf,
): readonly PackedImage[] {
  const find = imageBook(shelf.images, origin?.images);
  const inText = imageSources(body).map(({ source, isEmbedded }) =>
    isEmbedded ? (embedSources(source).find((each) => find(each)) ?? source) : source,
  );
  const sources = [...inText, ...(coverImage.trim() ? [coverImage] : [])];
  const called = new Map<LibraryImage, string[]>();
  for (const [source, image] of imagesCalled(sources, shelf.images, origin?.images)) {
    called.set(image, [...(called.get(image) ?? []), source]);
  }
  return [...called].map(([image, written]) => ({
    ...image,
    bytes: shelf.read(image.hash),
    sources: written,
  }));
}

import type { EssayFacts } from '#contract/publishing.ts';
import { imagesCalled, type ListedImage } from '#markdown/images/imageBook.ts';
import { findImages, type ImageLink } from '../links/findLinks.ts';
import { spliceAll } from '../source/spliceAll.ts';

/** Where an image of the library is for an essay's file at a target; null to leave what is written. */
export type ImageHref = (image: ListedImage) => string | null;

/** A source whose images of the library are where the target has them; every other character stays, and so does what `stays`. */
export function rewriteImages(
  source: string,
  images: readonly ListedImage[],
  origin: EssayFacts['origin'],
  href: ImageHref,
  stays: (image: ImageLink) => boolean = () => false,
): string {
  if (images.length === 0) return source;
  const found = findImages(source).filter((image) => !stays(image));
  const called = imagesCalled(
    found.flatMap(({ sources }) => sources),
    images,
    origin?.images,
  );
  const splices = found.flatMap(({ sources, from, to, written }) => {
    const [image] = sources.flatMap((source) => called.get(source) ?? []);
    const leads = image && href(image);
    return leads ? [{ from, to, insert: written(leads) }] : [];
  });
  return spliceAll(source, splices);
}

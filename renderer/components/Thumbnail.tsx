import type { LibraryImage } from '#contract/images.ts';
import { addressOf } from '#markdown/images/imageBook.ts';

/** A small picture of an image, beside its name. */
export function Thumbnail({ image }: { readonly image: LibraryImage }) {
  return <img className="thumbnail" src={addressOf(image)} alt="" />;
}

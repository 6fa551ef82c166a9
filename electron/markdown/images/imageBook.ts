import type { ImageAddresses, LibraryImage } from '#contract/images.ts';
import { embedSources } from './embed.ts';
import type { FindImage, PageImage } from './pageImage.ts';

/** What of an image a page needs. */
export type ListedImage = Pick<LibraryImage, 'hash' | 'name' | 'width' | 'height'>;

/**
 * Finds images of the library by what a text calls them: `images/NAME`, the address that a page has for them, or what
 * the text itself calls those that came with it.
 */
export function imageBook(
  images: Iterable<ListedImage>,
  addresses: ImageAddresses = {},
): FindImage {
  const found = lookUp(images, addresses);
  return (source, isEmbedded) => {
    for (const each of isEmbedded ? embedSources(source) : [source]) {
      const image = found(each);
      if (image) return pageImage(image);
    }
    return undefined;
  };
}

/** The images of the library that a text calls by these sources. */
export function imagesCalled<I extends ListedImage>(
  sources: Iterable<string>,
  images: Iterable<I>,
  addresses: ImageAddresses = {},
): ReadonlyMap<string, I> {
  const found = lookUp(images, addresses);
  const called = new Map<string, I>();
  for (const source of sources) {
    const image = found(source);
    if (image) called.set(source, image);
  }
  return called;
}

/** Where a page has an image of the library. */
export function addressOf({ name, hash }: ListedImage): string {
  const [stem = '', extension = ''] = name.split('.');
  return `images/${stem}.${hash.slice(0, 8)}.${extension}`;
}

function lookUp<I extends ListedImage>(
  images: Iterable<I>,
  addresses: ImageAddresses,
): (source: string) => I | undefined {
  const byName = new Map<string, I>();
  const byHash = new Map<string, I>();
  for (const image of images) {
    byName.set(`images/${image.name}`, image);
    byName.set(addressOf(image), image);
    byHash.set(image.hash, image);
  }
  const own = new Map(Object.entries(addresses));
  return (written) => {
    const source = written.trim();
    const hash = own.get(source) ?? own.get(decoded(source));
    const image = hash === undefined ? undefined : byHash.get(hash);
    return image ?? byName.get(source.replace(/^\.\//, ''));
  };
}

function pageImage(image: ListedImage): PageImage {
  return { address: addressOf(image), width: image.width, height: image.height };
}

function decoded(source: string): string {
  try {
    return decodeURIComponent(source);
  } catch {
    return source;
  }
}

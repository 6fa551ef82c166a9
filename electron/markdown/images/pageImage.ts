import { safeImage } from '../safeUrl.ts';

/** An image as a page shows it. */
export interface PageImage {
  /** Relative to the page, as `imageBook` makes it, or a data URI of a bitmap. Nothing else is shown. */
  readonly address: string;
  /** In pixels; null where it is not known. */
  readonly width: number | null;
  readonly height: number | null;
}

/** Finds the image that a source, as written, stands for. One that is embedded is found by its name alone as well. */
export type FindImage = (source: string, isEmbedded?: boolean) => PageImage | undefined;

/** An image by its own data, or one that is at hand. */
export function imageAt(
  source: string,
  find: FindImage,
  isEmbedded = false,
): PageImage | undefined {
  const data = safeImage(source);
  return data === null ? find(source, isEmbedded) : { address: data, width: null, height: null };
}

/** The address of an image as it may stand in a page, or null when nothing may be shown. */
export function safeAddress({ address }: PageImage): string | null {
  return ownAddress.test(address) ? address : safeImage(address);
}

/** `images/NAME.HASH.EXTENSION`: a file whose name follows from its bytes, so that it is the same wherever it is copied to. */
const ownAddress = /^images\/[a-z0-9-]{1,80}\.[0-9a-f]{8}\.(?:png|jpg|gif|webp|avif|svg)$/;

/** Widths, in pixels, of the smaller copies that stand beside an image; none where one would not be much smaller. */
export function copyWidths({ address, width }: PageImage): readonly number[] {
  if (width === null || !/\.(?:png|jpg)$/.test(address)) return [];
  return copies.filter((copy) => copy <= width * 0.75);
}

const copies = [800, 1600];

/** The address of the copy of an image that is so wide. */
export function copyAddress(address: string, width: number): string {
  return address.replace(/\.(?=[a-z]+$)/, `-${width}.`);
}

type Attribute = readonly [name: string, value: string];

/** What says where an image's bytes are, the smaller copies included, which a browser takes where they suffice. */
export function sourceAttributes(image: PageImage, address: string): Attribute[] {
  const widths = copyWidths(image);
  if (widths.length === 0 || image.width === null) return [['src', address]];
  const all = [
    ...widths.map((width) => [copyAddress(address, width), width]),
    [address, image.width],
  ];
  return [
    ['src', address],
    ['srcset', all.map(([file, width]) => `${file} ${width}w`).join(', ')],
    ['sizes', '(max-width: 44rem) 100vw, 42rem'],
  ];
}

/** What keeps its place on the page until it is there, in addition to what the writer says of its size. */
export function sizeAttributes(
  { width, height }: PageImage,
  said: readonly Attribute[],
): Attribute[] {
  const written = new Map(said);
  if (width === null || height === null || written.has('height')) return [];
  const own = written.get('width');
  if (own === undefined)
    return [
      ['width', String(width)],
      ['height', String(height)],
    ];
  return /^\d+$/.test(own) ? [['height', String(Math.round((Number(own) * height) / width))]] : [];
}

import { imageSize } from 'image-size';
import { StudioError } from '#contract/errors.ts';
import { type ImageExtension, type ImageFile, largestImage } from '#contract/images.ts';
import { svgDanger } from './svgDanger.ts';

/**
 * A file as an image of the library, by what its bytes are and not by its name, of which only a readable and safe stem is
 * kept. Throws `unreadable-file` for what is no image, or one that could do more than be looked at, and for one that is
 * too large.
 */
export function readImage(bytes: Uint8Array, fileName: string): ImageFile {
  refuseLargeImage(bytes.length, fileName);
  const stem = stemOf(fileName);
  const found = measured(bytes);
  const extension = found && extensions[found.type];
  if (!found || !extension) throw noImage(fileName);
  if (extension === 'svg') {
    const danger = svgDanger(bytes);
    if (danger) throw dangerous(fileName, danger);
  }
  const { width, height } = found;
  return { stem, extension, width: width || null, height: height || null, bytes };
}

/** Refuses an image by its size, before it is read. */
export function refuseLargeImage(size: number, fileName: string): void {
  if (size <= largestImage) return;
  throw new StudioError(
    'unreadable-file',
    `“${fileName}” has ${Math.round(size / 1024 / 1024)} MB; an image may have 25.`,
    'Save a smaller copy of it: a page is not shown wider than some 1,600 pixels.',
  );
}

/** Formats that every browser shows, by their names in image-size. */
const extensions: Readonly<Record<string, ImageExtension>> = {
  png: 'png',
  jpg: 'jpg',
  gif: 'gif',
  webp: 'webp',
  avif: 'avif',
  svg: 'svg',
};

/** Its kind and size as it is shown: a photograph may be kept lying on its side. */
function measured(bytes: Uint8Array) {
  try {
    const { type = '', width, height, orientation = 1 } = imageSize(bytes);
    return orientation > 4 ? { type, width: height, height: width } : { type, width, height };
  } catch {
    // A drawing need not say how large it is.
    const start = Buffer.from(bytes.subarray(0, 1000)).toString();
    return /<svg[\s>]/.test(start) ? { type: 'svg', width: 0, height: 0 } : null;
  }
}

/** Words of `[a-z0-9]` joined by `-`; letters of the Latin script lose their marks, others give way. */
function stemOf(fileName: string): string {
  const stem = fileName
    .replace(/^.*[\\/]/, '')
    .replace(/\.[a-z0-9]{1,5}$/i, '')
    .normalize('NFKD')
    .replace(/\p{M}+/gu, '')
    .replace(/ß/g, 'ss')
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .slice(0, 60)
    .replace(/^-+|-+$/g, '');
  return stem === '' || devices.test(stem) ? `image${stem && `-${stem}`}` : stem;
}

/** Names that Windows keeps for devices, with any ending. */
const devices = /^(?:con|prn|aux|nul|com[0-9]|lpt[0-9])$/;

function noImage(fileName: string): StudioError {
  return new StudioError(
    'unreadable-file',
    `“${fileName}” is not an image that a page can show.`,
    'Save it as PNG, JPEG, GIF, WebP, AVIF or SVG.',
  );
}

function dangerous(fileName: string, danger: string): StudioError {
  return new StudioError(
    'unreadable-file',
    `The drawing “${fileName}” ${danger}, so it was not taken in.`,
    'Save it as a plain SVG, or as PNG.',
  );
}

import { imageSize } from 'image-size';

/**
 * A copy of a bitmap that is so wide, in the same format; the bytes themselves where that would not be smaller, or cannot
 * be made. The same bytes give the same copy on every machine.
 */
export async function smallerCopy(
  bytes: Uint8Array,
  extension: string,
  width: number,
): Promise<Uint8Array> {
  if (!canShrink(bytes)) return bytes;
  const { PhotonImage, resize, SamplingFilter } = await import('@silvia-odwyer/photon-node');
  try {
    const image = PhotonImage.new_from_byteslice(bytes);
    const height = Math.max(1, Math.round((image.get_height() * width) / image.get_width()));
    const small = resize(image, width, height, SamplingFilter.Lanczos3);
    const copy = extension === 'jpg' ? small.get_bytes_jpeg(jpegQuality) : small.get_bytes();
    image.free();
    small.free();
    return copy.length < bytes.length ? copy : bytes;
  } catch {
    // A bitmap that this decoder stumbles over is shown by browsers all the same.
    return bytes;
  }
}

const jpegQuality = 82;

/** Decoded, an image takes four bytes a pixel, several times over. */
const mostPixels = 40_000_000;

/** A photograph that lies on its side would lose what says so; an animated picture, its motion. */
function canShrink(bytes: Uint8Array): boolean {
  try {
    const { width, height, orientation = 1 } = imageSize(bytes);
    return orientation === 1 && width * height <= mostPixels && !isAnimated(bytes);
  } catch {
    return false;
  }
}

/** An animated PNG says so before its first picture. */
function isAnimated(bytes: Uint8Array): boolean {
  return Buffer.from(bytes.buffer, bytes.byteOffset, Math.min(bytes.length, 4096)).includes('acTL');
}

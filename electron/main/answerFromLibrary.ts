import { imageTypes } from '#contract/images.ts';
import { contentPolicy } from './contentPolicy.ts';

/** Gives the bytes of an image by its name and the beginning of its hash; null when it is not there. */
export type FindImage = (name: string, hashStart: string) => Uint8Array | null;

/**
 * Answers `longhand://studio/images/NAME.HASH.EXTENSION`, with or without the width of a smaller copy, with the image of
 * the library that is open; null for any other address. The smaller copies are made when a page is written, so here the
 * image itself stands for them.
 */
export function answerFromLibrary(request: Request, find: FindImage): Response | null {
  const { host, pathname } = new URL(request.url);
  const [, stem, hashStart, extension = ''] = address.exec(pathname) ?? [];
  if (host !== 'studio' || !stem || !hashStart) return null;
  const bytes = found(find, `${stem}.${extension}`, hashStart);
  if (bytes === null) return new Response(null, { status: 404, headers });
  return new Response(new Uint8Array(bytes), {
    headers: {
      ...headers,
      'content-type': imageTypes[extension] ?? 'application/octet-stream',
      // Its name changes with its bytes.
      'cache-control': 'private, max-age=31536000, immutable',
    },
  });
}

/** An image of a library that cannot be read is not there. */
function found(find: FindImage, name: string, hashStart: string): Uint8Array | null {
  try {
    return find(name, hashStart);
  } catch {
    return null;
  }
}

const address = /^\/images\/([a-z0-9-]+)\.([0-9a-f]{8})(?:-\d+)?\.([a-z]+)$/;

const headers = {
  'content-security-policy': contentPolicy,
  'x-content-type-options': 'nosniff',
  'referrer-policy': 'no-referrer',
  'cross-origin-resource-policy': 'same-origin',
};

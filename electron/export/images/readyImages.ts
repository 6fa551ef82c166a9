import { imageTypes } from '#contract/images.ts';
import { addressOf } from '#markdown/images/imageBook.ts';
import { copyAddress, copyWidths } from '#markdown/images/pageImage.ts';
import type { PackedImage } from './essayImages.ts';
import { smallerCopy } from './smallerCopy.ts';

/** A file that belongs to a page. */
export interface PageFile {
  /** From the page's folder, `/` between folders. Its name follows from its content. */
  readonly path: string;
  readonly content: Uint8Array | string;
}

/** An image with its smaller copies. */
export interface ReadyImage extends PackedImage {
  /** What a page asks for by the image's addresses: the image, then its copies, the widest last. */
  readonly files: readonly PageFile[];
}

/** Makes the copies that a page asks for. */
export async function readyImages(images: readonly PackedImage[]): Promise<readonly ReadyImage[]> {
  const ready: ReadyImage[] = [];
  for (const image of images) {
    const address = addressOf(image);
    const files: PageFile[] = [{ path: address, content: image.bytes }];
    for (const width of copyWidths({ ...image, address })) {
      const content = await smallerCopy(image.bytes, extensionOf(address), width);
      files.push({ path: copyAddress(address, width), content });
    }
    ready.push({ ...image, files });
  }
  return ready;
}

/** HTML of the renderer with the bytes of its images in it: each as wide as a page shows it at most. */
export function withOwnImages(html: string, images: readonly ReadyImage[]): string {
  const data = new Map(
    images.map((image) => {
      const address = addressOf(image);
      const bytes = Buffer.from(image.files.at(-1)?.content ?? '').toString('base64');
      return [address, `data:${imageTypes[extensionOf(address)]};base64,${bytes}`];
    }),
  );
  // The renderer's own HTML: no text and no other attribute holds a bare angle bracket.
  return html.replace(
    /<img src="([^"]+)"(?: srcset="[^"]*" sizes="[^"]*")?/g,
    (tag, address: string) => (data.has(address) ? `<img src="${data.get(address)}"` : tag),
  );
}

function extensionOf(address: string): string {
  return address.slice(address.lastIndexOf('.') + 1);
}

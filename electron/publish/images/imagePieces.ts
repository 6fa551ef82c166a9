import type { LibraryImage } from '#contract/images.ts';
import { type PageFile, readyImages } from '#export/images/readyImages.ts';
import { addressOf } from '#markdown/images/imageBook.ts';
import { copyAddress, copyWidths } from '#markdown/images/pageImage.ts';
import type { Made, Piece } from '../plan/piece.ts';
import type { ShelfImages } from './shelfImages.ts';

/** The preset of pieces that are images; their inputs are the image's hash. */
export const imagePreset = 'image/1';

/** An image as a file at a path of the target. */
export function imagePiece(image: LibraryImage, path: string, { read }: ShelfImages): Piece {
  return { ...plain(image, path), make: async () => made(read(image)) };
}

/** The files that rendered pages ask for by the addresses of these images, in a folder of the target: each with its smaller copies. */
export function pageImagePieces(folder: string, images: ShelfImages): Piece[] {
  return images.shown.flatMap((image): Piece[] => {
    const address = addressOf(image);
    const copies = once(async () => {
      const [ready] = await readyImages([{ ...image, sources: [], bytes: images.read(image) }]);
      return ready?.files ?? [];
    });
    const paths = copyWidths({ ...image, address }).map((width) => copyAddress(address, width));
    return [
      imagePiece(image, folder + address, images),
      ...paths.map((path) => ({
        ...plain(image, folder + path),
        make: async () => made(contentAt(path, await copies())),
      })),
    ];
  });
}

function contentAt(path: string, files: readonly PageFile[]): Made['content'] {
  const file = files.find((each) => each.path === path);
  if (!file) throw new TypeError(`There is no copy “${path}”.`);
  return file.content;
}

function plain({ name, hash }: LibraryImage, path: string): Omit<Piece, 'make'> {
  return {
    path,
    title: name,
    essay: null,
    essays: [],
    preset: imagePreset,
    renderer: '',
    inputs: hash,
    relink: () => '',
  };
}

function made(content: Made['content']): Made {
  return { content, links: {}, notes: [], reading: null };
}

/** Copies are made together, and let go of once they were asked for and some time has passed. */
function once<T>(make: () => Promise<T>): () => Promise<T> {
  let made: WeakRef<Promise<T>> | null = null;
  return () => {
    const known = made?.deref();
    if (known) return known;
    const making = make();
    made = new WeakRef(making);
    return making;
  };
}

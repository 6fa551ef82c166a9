import { StudioError } from '#contract/errors.ts';
import type { ImageShelf, LibraryImage } from '#contract/images.ts';
import { findDrawing } from '../drawings/drawings.ts';
import type { Library } from '../library.ts';
import { statement } from '../statement.ts';
import { reading } from '../transaction.ts';
import { contentHash, type ImageRecord, imageColumns, isAsAdded, toImage } from './imageRecord.ts';

/** Every image of which what is said can be relied on, by name; proof tells of the others. */
export function listImages(library: Library): LibraryImage[] {
  return reading(library, () =>
    statement<ImageRecord>(library.db, `SELECT ${imageColumns} FROM image ORDER BY name`)
      .all()
      .filter(isAsAdded)
      .map(toImage),
  );
}

/** The bytes of an image. Throws `not-found` when there is none of that hash, `damaged` when it is not what was added. */
export function readImage(library: Library, hash: string): Uint8Array {
  const stored = statement<{ name: string; bytes: Buffer }>(
    library.db,
    'SELECT name, bytes FROM image WHERE hash = ?',
  );
  const found = reading(library, () => stored.get(Buffer.from(hash, 'hex')));
  if (found === undefined) {
    throw new StudioError('not-found', 'This image is not in the library any more.');
  }
  if (contentHash(found.bytes).toString('hex') === hash) return found.bytes;
  throw new StudioError(
    'damaged',
    `The image “${found.name}” is damaged: it is not what was added.`,
    'Add it again, or rescue the library: a backup may give it back.',
  );
}

/** The images and drawings, for whoever writes essays to files. */
export function imageShelf(library: Library): ImageShelf {
  return {
    images: listImages(library),
    read: (hash) => readImage(library, hash),
    drawing: (source) => findDrawing(library, source),
  };
}

import { StudioError } from '#contract/errors.ts';
import { type ImageFile, type LibraryImage, largestImage } from '#contract/images.ts';
import type { Library } from '../library.ts';
import { statement } from '../statement.ts';
import { writing } from '../transaction.ts';
import {
  contentHash,
  type ImageRecord,
  imageColumns,
  isAsAdded,
  rowHash,
  toImage,
} from './imageRecord.ts';

/**
 * Adds images, all or none, and gives them as the library has them, in order: what is there already, by its content,
 * is not added again and keeps its name. Throws `invalid` for one that is larger than `largestImage`, `damaged` where
 * what is known of it cannot be relied on.
 */
export function addImages(library: Library, files: readonly ImageFile[]): LibraryImage[] {
  return writing(library, () => files.map((file) => known(library, file) ?? added(library, file)));
}

/** The image with these bytes, if the library has it; where damage altered the bytes that it has, these take their place. */
function known(library: Library, { bytes }: Pick<ImageFile, 'bytes'>): LibraryImage | null {
  const hash = contentHash(bytes);
  const record = statement<ImageRecord>(
    library.db,
    `SELECT ${imageColumns} FROM image WHERE hash = ?`,
  ).get(hash);
  if (record === undefined) return null;
  if (!isAsAdded(record) || !record.hash.equals(hash)) throw damagedRow();
  const mend = 'UPDATE image SET bytes = :bytes WHERE key = :key AND bytes <> :bytes';
  statement(library.db, mend).run({ key: record.key, bytes });
  return toImage(record);
}

/** Puts an image into its table as it is said to be. */
export function insertImage(library: Library, image: LibraryImage, bytes: Uint8Array): void {
  statement(
    library.db,
    `INSERT INTO image (hash, name, width, height, size, added_at, row_hash, bytes)
     VALUES (:hash, :name, :width, :height, :size, :addedAt, :rowHash, :bytes)`,
  ).run({ ...image, hash: Buffer.from(image.hash, 'hex'), rowHash: rowHash(image), bytes });
}

function added(library: Library, { stem, extension, width, height, bytes }: ImageFile) {
  if (bytes.length > largestImage) {
    throw new StudioError(
      'invalid',
      `The image “${stem}.${extension}” is larger than 25 MB.`,
      'Save a smaller copy of it.',
    );
  }
  const image: LibraryImage = {
    hash: contentHash(bytes).toString('hex'),
    name: freeName(library, stem, extension),
    width,
    height,
    size: bytes.length,
    addedAt: library.now().toISOString(),
  };
  insertImage(library, image, bytes);
  return image;
}

/** The name itself, or the first free one of `-2`, `-3` and so on after it; with any ending, so that one stem is one image. */
export function freeName(library: Library, stem: string, extension: string): string {
  const taken = new Set(
    statement<string>(
      library.db,
      `SELECT substr(name, 1, instr(name, '.') - 1) FROM image WHERE name LIKE ? || '%'`,
    )
      .pluck()
      .all(stem),
  );
  let free = stem;
  for (let count = 2; taken.has(free); count++) free = `${stem}-${count}`;
  return `${free}.${extension}`;
}

function damagedRow(): StudioError {
  return new StudioError(
    'damaged',
    'The library has this image, but what it says of it is damaged.',
    'Nothing was added. Rescue the library: a backup may give it back.',
  );
}

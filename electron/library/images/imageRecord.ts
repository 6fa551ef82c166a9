import { createHash } from 'node:crypto';
import type { LibraryImage } from '#contract/images.ts';

/** A row of the table `image`, without its bytes. */
export interface ImageRecord {
  readonly key: number;
  readonly hash: Buffer;
  readonly name: string;
  readonly width: number | null;
  readonly height: number | null;
  readonly size: number;
  readonly added_at: string;
  readonly row_hash: Buffer;
}

/** Every column but the bytes. */
export const imageColumns = 'key, hash, name, width, height, size, added_at, row_hash';

export function toImage({ hash, name, width, height, size, added_at }: ImageRecord): LibraryImage {
  return { hash: hash.toString('hex'), name, width, height, size, addedAt: added_at };
}

/** SHA-256 over everything that is said of an image. */
export function rowHash({ hash, name, width, height, size, addedAt }: LibraryImage): Buffer {
  const said = JSON.stringify([hash, name, width, height, size, addedAt]);
  return createHash('sha256').update(said).digest();
}

/** What is said of an image is what was said when it was added. */
export function isAsAdded(record: ImageRecord): boolean {
  return (
    Buffer.isBuffer(record.hash) &&
    Buffer.isBuffer(record.row_hash) &&
    rowHash(toImage(record)).equals(record.row_hash)
  );
}

export function contentHash(bytes: Uint8Array): Buffer {
  return createHash('sha256').update(bytes).digest();
}

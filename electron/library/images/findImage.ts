import type { Library } from '../library.ts';
import { statement } from '../statement.ts';
import { reading } from '../transaction.ts';
import { contentHash } from './imageRecord.ts';

/** The bytes of the image that has a name and a hash which begins so; null when there is none, or it is not what was added. */
export function findImage(library: Library, name: string, hashStart: string): Uint8Array | null {
  const found = reading(library, () =>
    statement<{ hash: Buffer; bytes: Buffer }>(
      library.db,
      'SELECT hash, bytes FROM image WHERE name = ?',
    ).get(name),
  );
  if (found === undefined || !found.hash.toString('hex').startsWith(hashStart)) return null;
  return contentHash(found.bytes).equals(found.hash) ? found.bytes : null;
}

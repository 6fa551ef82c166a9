import { inflateRawSync } from 'node:zlib';

/** What was packed into a stored block or checkpoint. Throws what zlib throws for one that is damaged. */
export function unpack(packed: Buffer): Buffer {
  return inflateRawSync(packed, { maxOutputLength: largest, chunkSize: atOnce });
}

/** Nothing is larger when it is unpacked; what says so is damaged. */
const largest = 256 * 1024 * 1024;
/** About a block, in bytes: in the usual quarter of it, unpacking takes twice as long. */
const atOnce = 64 * 1024;

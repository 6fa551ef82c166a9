import { inflateRawSync } from 'node:zlib';

/**
 * What was packed into a stored block or checkpoint, of about `size` bytes: room for all of it at once saves a third of
 * the time. Throws what zlib throws for one that is damaged.
 */
export function unpack(packed: Buffer, size = usual): Buffer {
  // What is stored of a damaged block's size may be anything.
  const room = Math.min(Math.max(usual, size + spare), most);
  return inflateRawSync(packed, { maxOutputLength: largest, chunkSize: room || usual });
}

/** Nothing is larger when it is unpacked; what says so is damaged. */
const largest = 256 * 1024 * 1024;
const usual = 64 * 1024;
const spare = 64;
const most = 1024 * 1024;

import { createHash } from 'node:crypto';
import { closeSync, openSync, readSync } from 'node:fs';

/** The hash of an asar's header, which has the hash of every file. Electron itself reads no more of it at a start. */
export function headerHash(asar: string): string {
  const file = openSync(asar, 'r');
  try {
    const sizes = Buffer.alloc(16);
    readSync(file, sizes, 0, 16, 0);
    const header = Buffer.alloc(sizes.readUInt32LE(12));
    readSync(file, header, 0, header.length, 16);
    return createHash('sha256').update(header).digest('hex');
  } finally {
    closeSync(file);
  }
}

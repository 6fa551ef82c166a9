import type { Library } from '../library.ts';
import { statement } from '../statement.ts';
import { contentHash, type ImageRecord, imageColumns, isAsAdded, toImage } from './imageRecord.ts';

/** What is wrong with the images of a library, a sentence each. One is read at a time, however damaged the file is. */
export function imageProblems(library: Library): string[] {
  const problems: string[] = [];
  for (const key of imageKeys(library)) {
    const found = readStored(library, key);
    if (found === null) problems.push('An image cannot be read.');
    else if (!found.isWhole) problems.push(`The image “${found.name}” is not what was added.`);
  }
  return problems;
}

/** The keys of the images that can be found, in order. */
export function imageKeys(library: Library): readonly number[] {
  try {
    return statement<number>(library.db, 'SELECT key FROM image ORDER BY key').pluck().all();
  } catch {
    return [];
  }
}

/** An image as it is stored, and whether it is what was added; null when it cannot be read. */
export function readStored(
  library: Library,
  key: number,
): (ReturnType<typeof toImage> & { readonly bytes: Buffer; readonly isWhole: boolean }) | null {
  try {
    const row = statement<ImageRecord & { bytes: Buffer }>(
      library.db,
      `SELECT ${imageColumns}, bytes FROM image WHERE key = ?`,
    ).get(key);
    if (row === undefined || !Buffer.isBuffer(row.hash) || !Buffer.isBuffer(row.bytes)) return null;
    const isWhole = isAsAdded(row) && contentHash(row.bytes).equals(row.hash);
    return { ...toImage(row), bytes: row.bytes, isWhole };
  } catch {
    return null;
  }
}

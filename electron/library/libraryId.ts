import { createHash } from 'node:crypto';
import type { Library } from './library.ts';
import { statement } from './statement.ts';

/** The library's own id, by which its backups know it; null when that cannot be read, or is not the one it was given. */
export function libraryId(library: Library): string | null {
  try {
    const row = statement<{ id: string; created_at: string; hash: Buffer | null }>(
      library.db,
      'SELECT id, created_at, hash FROM library',
    ).get();
    if (row === undefined || !Buffer.isBuffer(row.hash)) return null;
    const given = createHash('sha256')
      .update(JSON.stringify([row.id, row.created_at]))
      .digest();
    return given.equals(row.hash) ? row.id : null;
  } catch {
    return null;
  }
}

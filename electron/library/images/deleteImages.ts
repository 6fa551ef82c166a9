import type { Library } from '../library.ts';
import { statement } from '../statement.ts';
import { writing } from '../transaction.ts';

/** Deletes images by their hashes, all or none; what is not there is passed over. Whether one is used is not asked. */
export function deleteImages(library: Library, hashes: readonly string[]): void {
  writing(library, () => {
    const remove = statement(library.db, 'DELETE FROM image WHERE hash = ?');
    for (const hash of hashes) remove.run(Buffer.from(hash, 'hex'));
  });
}

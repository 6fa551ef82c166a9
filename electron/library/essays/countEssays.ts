import type { Library } from '../library.ts';
import { statement } from '../statement.ts';
import { reading } from '../transaction.ts';

/** Essays in the library, those in the trash included. */
export function countEssays(library: Library): number {
  return reading(
    library,
    () => statement<number>(library.db, 'SELECT count(*) FROM essay').pluck().get() ?? 0,
  );
}

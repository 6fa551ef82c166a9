import type { Library } from '../library.ts';
import { statement } from '../statement.ts';

/** What differs whenever targets, receipts or private names do. */
export function publishingMarks(library: Library): readonly string[] {
  return statement<string>(
    library.db,
    `SELECT hex(hash) FROM target
     UNION ALL SELECT max(key) || ' ' || count(replaced_at) FROM receipt
     UNION ALL SELECT name FROM private_name`,
  )
    .pluck()
    .all()
    .map(String);
}

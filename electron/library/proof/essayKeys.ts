import type { Library } from '../library.ts';
import { statement } from '../statement.ts';

/** Where the keys of essays are found: an essay whose row is lost still has its text and its history. */
export const keyColumns = [
  ['essay', 'key'],
  ['body_piece', 'essay_key'],
  ['journal_line', 'essay_key'],
  ['journal_block', 'essay_key'],
  ['checkpoint', 'essay_key'],
] as const;

/** The keys of all essays of which anything can be found, however damaged the file is, in order. */
export function essayKeys(library: Library): readonly number[] {
  const found = new Set<number>();
  for (const [table, column] of keyColumns) {
    for (const order of ['ASC', 'DESC']) {
      if (
        collect(
          library,
          `SELECT DISTINCT ${column} FROM ${table} ORDER BY ${column} ${order}`,
          found,
        )
      ) {
        break;
      }
    }
  }
  return [...found].sort((a, b) => a - b);
}

/** False when not all could be read: then the other end is worth a try. */
function collect(library: Library, sql: string, found: Set<number>): boolean {
  try {
    for (const key of statement<number>(library.db, sql).pluck().iterate()) found.add(key);
    return true;
  } catch {
    return false;
  }
}

import type { Database, Statement } from 'better-sqlite3';

const prepared = new WeakMap<Database, Map<string, Statement<unknown[], unknown>>>();

/** The statement of this text on this connection, prepared once. `Row` is what its rows look like. */
export function statement<Row = unknown>(db: Database, sql: string): Statement<unknown[], Row> {
  const known = prepared.get(db) ?? new Map<string, Statement<unknown[], unknown>>();
  prepared.set(db, known);
  const found = known.get(sql) ?? db.prepare<unknown[], unknown>(sql);
  known.set(sql, found);
  return found as Statement<unknown[], Row>;
}

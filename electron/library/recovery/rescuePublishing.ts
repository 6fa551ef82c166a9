import type { Library } from '../library.ts';
import { isAsWritten, type ReceiptRecord } from '../receipts/receiptRecord.ts';
import { statement } from '../statement.ts';
import { insertName, isAsListed, type NameRecord } from '../targets/privateNames.ts';
import { isAsSaved, type TargetRecord } from '../targets/targetRecord.ts';
import type { Source } from './sources.ts';

interface PublishingSources {
  /** The damaged library first, then its newest backup; null for what cannot be reached. */
  readonly sources: readonly (Source | null)[];
  /** Whether what is not in the damaged library was never there, and not lost. */
  readonly isListWhole: boolean;
}

/**
 * Puts into a new library whatever can be proved of where essays are published to and of what went out, the damaged
 * library's own first, then what only its newest backup has. Says in a sentence what is lost.
 */
export function rescuePublishing(
  fresh: Library,
  { sources, isListWhole }: PublishingSources,
): string[] {
  const targets = new Map<string, TargetRecord>();
  const receipts = new Map<string, ReceiptRecord>();
  const names = new Set<string>();
  let hurt = false;
  for (const source of sources) {
    if (source === null) continue;
    const of = source.library;
    const found = {
      targets: rowsOf<TargetRecord>(of, 'target', 'key', 'removed_at'),
      receipts: rowsOf<ReceiptRecord>(of, 'receipt', 'key', 'replaced_at'),
      names: rowsOf<NameRecord>(of, 'private_name', 'name'),
    };
    const isDamaged = source.backup === null;
    for (const row of found.targets.rows) {
      if (!isAsSaved(row)) hurt ||= isDamaged;
      else if (!targets.has(row.id)) targets.set(row.id, row);
    }
    for (const row of found.receipts.rows) {
      const receipt = JSON.stringify([row.target_id, row.path, row.said]);
      if (!isAsWritten(row)) hurt ||= isDamaged;
      else if (!receipts.has(receipt)) receipts.set(receipt, row);
    }
    for (const row of found.names.rows) {
      if (!isAsListed(row)) hurt ||= isDamaged;
      else names.add(row.name);
    }
    const all = Object.values(found).every(({ isWhole }) => isWhole);
    if (isDamaged) hurt ||= !all;
    if (isDamaged && !hurt && isListWhole) break;
  }
  put(fresh, { targets, receipts, names });
  return hurt
    ? ['Not all could be read of where essays are published to and of what went out before.']
    : [];
}

interface Found<Row> {
  readonly rows: readonly Row[];
  readonly isWhole: boolean;
}

/**
 * A table's rows from its beginning to where it cannot be read, then from its end. None where `mayBeNull` has lost its
 * name: without that column a row says the same as with none in it.
 */
function rowsOf<Row extends object>(
  { db }: Library,
  table: string,
  order: string,
  mayBeNull = order,
): Found<Row> {
  const rows = new Map<unknown, Row>();
  for (const direction of ['ASC', 'DESC']) {
    try {
      const all = db.prepare<[], Row>(`SELECT * FROM ${table} ORDER BY ${order} ${direction}`);
      for (const row of all.iterate()) {
        if (!(mayBeNull in row)) return { rows: [], isWhole: false };
        rows.set(row[order as keyof Row], row);
      }
      return { rows: [...rows.values()], isWhole: direction === 'ASC' };
    } catch {
      // What follows cannot be reached from this end.
    }
  }
  return { rows: [...rows.values()], isWhole: false };
}

function put(
  fresh: Library,
  found: {
    readonly targets: ReadonlyMap<string, TargetRecord>;
    readonly receipts: ReadonlyMap<string, ReceiptRecord>;
    readonly names: ReadonlySet<string>;
  },
): void {
  const { db } = fresh;
  const target = statement(
    db,
    `INSERT INTO target (id, settings, made_at, removed_at, hash)
     VALUES (:id, :settings, :made_at, :removed_at, :hash)`,
  );
  for (const row of found.targets.values()) target.run(row);
  // The library's own receipt of what is at a path comes before its backup's.
  const receipt = statement(
    db,
    `INSERT OR IGNORE INTO receipt (target_id, path, said, replaced_at, hash)
     VALUES (:target_id, :path, :said, :replaced_at, :hash)`,
  );
  for (const row of found.receipts.values()) receipt.run(row);
  for (const name of found.names) insertName(fresh, name);
}

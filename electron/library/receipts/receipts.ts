import type { Receipt, TargetId } from '#contract/publishing.ts';
import type { Library } from '../library.ts';
import { statement } from '../statement.ts';
import { reading, writing } from '../transaction.ts';
import { type ReceiptRecord, replacedAt, toReceipt, toRecord } from './receiptRecord.ts';

/** The receipts of the files that are at a target now, as far as is known here; by path. */
export function readReceipts(library: Library, target: TargetId): Receipt[] {
  return reading(library, () =>
    statement<ReceiptRecord>(
      library.db,
      'SELECT * FROM receipt WHERE target_id = ? AND replaced_at IS NULL ORDER BY path',
    )
      .all(target)
      .flatMap((record) => toReceipt(record) ?? []),
  );
}

/** Keeps what went out: a receipt for each path, or null for one whose file is gone. What was said of it before stays as the past. */
export function keepReceipts(
  library: Library,
  target: TargetId,
  changes: ReadonlyMap<string, Receipt | null>,
): void {
  writing(library, () => {
    const at = library.now().toISOString();
    const current = statement<ReceiptRecord & { key: number }>(
      library.db,
      'SELECT * FROM receipt WHERE target_id = ? AND path = ? AND replaced_at IS NULL',
    );
    const replace = statement(
      library.db,
      'UPDATE receipt SET replaced_at = :replaced_at, hash = :hash WHERE key = :key',
    );
    const add = statement(
      library.db,
      `INSERT INTO receipt (target_id, path, said, replaced_at, hash)
       VALUES (:target_id, :path, :said, NULL, :hash)`,
    );
    for (const [path, receipt] of changes) {
      const before = current.get(target, path);
      if (before) replace.run({ key: before.key, ...replacedAt(before, at) });
      if (receipt) add.run(toRecord(receipt));
    }
  });
}

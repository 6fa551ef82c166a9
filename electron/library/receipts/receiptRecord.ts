import { createHash } from 'node:crypto';
import type { Receipt, TargetId } from '#contract/publishing.ts';

/** A row of the table `receipt`; `said` is the rest of the receipt as JSON. */
export interface ReceiptRecord {
  readonly target_id: TargetId;
  readonly path: string;
  readonly said: string;
  readonly replaced_at: string | null;
  readonly hash: Buffer;
}

export function toRecord({ target, path, ...rest }: Receipt): Omit<ReceiptRecord, 'replaced_at'> {
  const record = { target_id: target, path, said: JSON.stringify(rest) };
  return { ...record, hash: receiptHash({ ...record, replaced_at: null }) };
}

/** The same receipt as past from a time on; one that is not what was written does not come to look as if it were. */
export function replacedAt(record: ReceiptRecord, at: string): ReceiptRecord {
  const replaced = { ...record, replaced_at: at };
  return isAsWritten(record) ? { ...replaced, hash: receiptHash(replaced) } : replaced;
}

/** Null for a row that is not what was written: without its receipt a file is taken for another hand's, and not touched. */
export function toReceipt(record: ReceiptRecord): Receipt | null {
  if (!isAsWritten(record)) return null;
  const rest = JSON.parse(record.said) as Omit<Receipt, 'target' | 'path'>;
  return { target: record.target_id, path: record.path, ...rest };
}

export function isAsWritten(record: ReceiptRecord): boolean {
  return Buffer.isBuffer(record.hash) && receiptHash(record).equals(record.hash);
}

/** SHA-256 over all that is kept of a receipt. */
function receiptHash({ target_id, path, said, replaced_at }: Omit<ReceiptRecord, 'hash'>) {
  const all = [target_id, path, said, ...(replaced_at === null ? [] : [replaced_at])];
  return createHash('sha256').update(JSON.stringify(all)).digest();
}

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
  const said = JSON.stringify(rest);
  return { target_id: target, path, said, hash: receiptHash({ target_id: target, path, said }) };
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

function receiptHash({
  target_id,
  path,
  said,
}: Pick<ReceiptRecord, 'target_id' | 'path' | 'said'>) {
  return createHash('sha256')
    .update(JSON.stringify([target_id, path, said]))
    .digest();
}

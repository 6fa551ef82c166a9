import type { Library } from '../library.ts';
import { isAsWritten, type ReceiptRecord } from '../receipts/receiptRecord.ts';
import { statement } from '../statement.ts';
import { isAsListed, type NameRecord } from '../targets/privateNames.ts';
import { isAsSaved, type TargetRecord } from '../targets/targetRecord.ts';

/** What is not as it was written of where essays are published to and of what went out, a sentence each. */
export function publishingProblems(library: Library): string[] {
  try {
    const targets = count(
      statement<TargetRecord>(library.db, 'SELECT * FROM target').iterate(),
      isAsSaved,
    );
    const receipts = count(
      statement<ReceiptRecord>(library.db, 'SELECT * FROM receipt').iterate(),
      isAsWritten,
    );
    const names = count(
      statement<NameRecord>(library.db, 'SELECT * FROM private_name').iterate(),
      isAsListed,
    );
    return [
      ...(targets > 0
        ? [`What is said of ${counted(targets, 'place')} to publish to is not what was saved.`]
        : []),
      ...(receipts > 0
        ? [`${counted(receipts, 'receipt')} of what was published is not as it was written.`]
        : []),
      ...(names > 0
        ? [
            `${counted(names, 'name')} on the list of those that must not leave is not what was saved.`,
          ]
        : []),
    ];
  } catch (error) {
    return [error instanceof Error ? error.message : String(error)];
  }
}

function count<Row>(rows: Iterable<Row>, isSound: (row: Row) => boolean): number {
  let wrong = 0;
  for (const row of rows) if (!isSound(row)) wrong++;
  return wrong;
}

function counted(number: number, noun: string): string {
  return `${number} ${noun}${number === 1 ? '' : 's'}`;
}

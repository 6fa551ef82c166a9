import type { EssayId } from '#contract/essay.ts';
import { readRecord } from '../essays/readRecord.ts';
import type { Library } from '../library.ts';
import { statement } from '../statement.ts';
import { writing } from '../transaction.ts';
import { packJournal } from './pack.ts';

/** What is worth packing: rows cost some 100 bytes each more than packed entries, and packed text takes a third. */
const worthEntries = 64;
const worthCharacters = 4096;

/** Packs the history of one essay that has much to pack. False when there is none; nothing is done to a library for reading. */
export function packNext(library: Library): boolean {
  if (library.readOnly) return false;
  return writing(library, () => {
    const id = statement<EssayId>(
      library.db,
      `SELECT (SELECT id FROM essay WHERE key = essay_key)
       FROM journal_line
       GROUP BY essay_key
       HAVING count(*) >= ${worthEntries} OR sum(length(line)) >= ${worthCharacters}
       LIMIT 1`,
    )
      .pluck()
      .get();
    if (id === undefined || id === null) return false;
    packJournal(library, readRecord(library, id));
    return true;
  });
}

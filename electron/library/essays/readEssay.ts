import type { Essay, EssayId } from '#contract/essay.ts';
import { readBody } from '../body/readBody.ts';
import { headHash } from '../journal/append.ts';
import type { Library } from '../library.ts';
import { reading } from '../transaction.ts';
import { toEssay } from './essayRecord.ts';
import { readDescription, readRecord } from './readRecord.ts';

/**
 * An essay with its text, in the trash or not. Throws `not-found`, and `damaged` when what is read is
 * not what was written; other essays are not affected by that.
 */
export function readEssay(library: Library, id: EssayId): Essay {
  return reading(library, () => {
    const record = readRecord(library, id);
    const description = readDescription(library, record);
    return toEssay(record, description, readBody(library, record), headHash(library, record.key));
  });
}

import type { Essay, EssayId, EssayPatch } from '#contract/essay.ts';
import { readBody } from '../body/readBody.ts';
import { append, headHash } from '../journal/append.ts';
import { changed } from '../journal/description.ts';
import type { Library } from '../library.ts';
import { freeSlug } from '../slugs/freeSlug.ts';
import { statement } from '../statement.ts';
import { writing } from '../transaction.ts';
import { type Description, type EssayRecord, fieldsHash, toEssay } from './essayRecord.ts';
import { readDescription, readRecord } from './readRecord.ts';
import { settleFields } from './settleFields.ts';
import { writeDescription } from './writeDescription.ts';

/**
 * Changes what is said about an essay. A slug that is taken or cannot be one becomes the nearest that can;
 * the essay returned has what the library settled on. Throws `invalid` for fields that cannot be used.
 */
export function describeEssay(library: Library, id: EssayId, patch: EssayPatch): Essay {
  return writing(library, () => {
    const record = readRecord(library, id);
    const before = readDescription(library, record);
    const after = patched(library, record, before, patch);
    if (!fieldsHash(after).equals(record.fields_hash)) {
      writeDescription(library, record.key, after);
      const now = library.now();
      statement(
        library.db,
        'UPDATE essay SET revision = revision + 1, updated_at = ? WHERE key = ?',
      ).run(now.toISOString(), record.key);
      const fields = changed(before, after);
      append(library, record, { at: now.getTime(), fields }, record.body_hash);
    }
    const now = readRecord(library, id);
    return toEssay(now, after, readBody(library, now), headHash(library, now.key));
  });
}

function patched(
  library: Library,
  record: EssayRecord,
  before: Description,
  patch: EssayPatch,
): Description {
  const fields = settleFields({ ...before.fields, ...patch });
  const typed = patch.slug;
  if (typed !== undefined && typed !== '' && typed !== before.fields.slug) {
    const slug = freeSlug(library, typed, record.key);
    return { ...before, fields: { ...fields, slug }, slugIsSet: true };
  }
  const slugIsSet = before.slugIsSet && typed !== '';
  const isStale = !slugIsSet && (before.slugIsSet || fields.title !== before.fields.title);
  const slug = isStale ? freeSlug(library, fields.title, record.key) : before.fields.slug;
  return { ...before, fields: { ...fields, slug }, slugIsSet };
}

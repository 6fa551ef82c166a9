import type { EssayId, Origin } from '#contract/essay.ts';
import type { Choice, EssayFacts } from '#contract/publishing.ts';
import type { Library } from '../library.ts';
import { statement } from '../statement.ts';
import { reading } from '../transaction.ts';
import {
  type EssayRecord,
  fieldsHash,
  type OriginRecord,
  toEssay,
  toFields,
} from './essayRecord.ts';

export interface FactsList {
  /** In the order they were made. */
  readonly essays: readonly EssayFacts[];
  /** Essays of which something is damaged, so that nothing can be said of them. */
  readonly damaged: readonly { readonly id: EssayId; readonly title: string }[];
}

/** All that is known of essays but their texts, in one go; those outside the trash, or of these the chosen ones. */
export function listFacts(library: Library, chosen: Choice | null = null): FactsList {
  return reading(library, () => {
    const essays: EssayFacts[] = [];
    const damaged: FactsList['damaged'][number][] = [];
    const records = statement<FactsRecord>(library.db, sql(chosen)).all({
      statuses: JSON.stringify(chosen?.statuses ?? []),
      tag: chosen?.tag ?? '',
    });
    for (const record of records) {
      const facts = toFacts(record);
      if (facts) essays.push(facts);
      else damaged.push({ id: record.id, title: record.title });
    }
    return { essays, damaged };
  });
}

type FactsRecord = EssayRecord &
  Partial<OriginRecord> & { readonly tags: string | null; readonly head: Buffer | null };

function sql(chosen: Choice | null): string {
  return `
    SELECT essay.*, front_matter, origin,
      (SELECT json_group_array(tag)
       FROM (SELECT tag FROM essay_tag WHERE essay_key = essay.key ORDER BY place)) AS tags,
      coalesce(
        (SELECT head_hash FROM journal_line
         WHERE essay_key = essay.key ORDER BY number DESC LIMIT 1),
        (SELECT head_hash FROM journal_block
         WHERE essay_key = essay.key ORDER BY first DESC LIMIT 1)) AS head
    FROM essay LEFT JOIN essay_origin ON essay_origin.essay_key = essay.key
    WHERE trashed_at IS NULL
      ${chosen ? 'AND status IN (SELECT value FROM json_each(:statuses))' : ''}
      ${chosen?.tag ? 'AND key IN (SELECT essay_key FROM essay_tag WHERE tag = :tag)' : ''}
    ORDER BY essay.key`;
}

/** Null for an essay of which what is read is not what was saved. */
function toFacts(record: FactsRecord): EssayFacts | null {
  try {
    const description = {
      fields: toFields(record, JSON.parse(record.tags ?? '[]') as string[]),
      slugIsSet: record.slug_is_set === 1,
      frontMatter: record.front_matter ?? '',
      origin: record.origin ? (JSON.parse(record.origin) as Origin) : null,
    };
    const { fields_hash: saved } = record;
    if (!Buffer.isBuffer(saved) || !fieldsHash(description).equals(saved)) return null;
    const { body: _, ...facts } = toEssay(record, description, '', record.head);
    return facts;
  } catch {
    return null;
  }
}

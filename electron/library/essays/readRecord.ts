import { StudioError } from '#contract/errors.ts';
import type { EssayId, Origin } from '#contract/essay.ts';
import type { Library } from '../library.ts';
import { statement } from '../statement.ts';
import {
  type Description,
  type EssayRecord,
  fieldsHash,
  type OriginRecord,
  toFields,
} from './essayRecord.ts';

/** An essay's row. Throws `not-found` when there is none of that id, and `damaged` when the way to it is. */
export function readRecord(library: Library, id: EssayId): EssayRecord {
  // By its key in a second step, so that the id comes from the row: a hurt index leads to another essay.
  const record = statement<EssayRecord>(
    library.db,
    'SELECT * FROM essay WHERE key = (SELECT key FROM essay WHERE id = ?)',
  ).get(id);
  if (record === undefined) {
    throw new StudioError(
      'not-found',
      'This essay is not in the library any more.',
      'It may have been deleted for good in another window.',
    );
  }
  if (record.id !== id) {
    throw new StudioError(
      'damaged',
      'This essay cannot be found in the library’s file, which is damaged.',
      'Nothing was changed. Rescue what can be proved into a new library.',
    );
  }
  return record;
}

/** What the writer said about an essay. Throws `damaged` when it is not what was saved. */
export function readDescription(library: Library, record: EssayRecord): Description {
  const tags = statement<string>(
    library.db,
    'SELECT tag FROM essay_tag WHERE essay_key = ? ORDER BY place',
  )
    .pluck()
    .all(record.key);
  const came = statement<OriginRecord>(
    library.db,
    'SELECT front_matter, origin FROM essay_origin WHERE essay_key = ?',
  ).get(record.key);
  const description: Description = {
    fields: toFields(record, tags),
    slugIsSet: record.slug_is_set === 1,
    frontMatter: came?.front_matter ?? '',
    origin: parseOrigin(came?.origin ?? null, record.title),
  };
  const { fields_hash: saved } = record;
  if (!Buffer.isBuffer(saved) || !fieldsHash(description).equals(saved)) {
    throw damagedFields(record.title);
  }
  return description;
}

function parseOrigin(json: string | null, title: string): Origin | null {
  try {
    return json === null ? null : (JSON.parse(json) as Origin);
  } catch {
    throw damagedFields(title);
  }
}

function damagedFields(title: string): StudioError {
  return new StudioError(
    'damaged',
    `What is said about “${title}” (its title, tags and the like) is damaged: it is not what was last saved.`,
    'The other essays are not affected. Rescue the library: its history or a backup may give it back.',
  );
}

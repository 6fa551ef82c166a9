import {
  type EssayList,
  type EssayQuery,
  type EssayRow,
  type SortKey,
  type Status,
  statuses,
} from '#contract/essay.ts';
import type { Library } from '../library.ts';
import { statement } from '../statement.ts';
import { reading } from '../transaction.ts';

/**
 * The essays a query asks for, or the first `most` of them, with what can be asked of the whole library. Newest first,
 * titles from A.
 */
export function listEssays(library: Library, query: EssayQuery, most?: number): EssayList {
  return reading(library, () => ({
    rows: rows(library, query, most ?? null),
    tags: tags(library),
    counts: counts(library),
  }));
}

type ListRecord = Omit<EssayRow, 'tags'> & { readonly tags: string | null };

/** Parts tags in a row; no tag holds it, since tags are trimmed and typed. */
const separator = '\u001f';

function rows(library: Library, query: EssayQuery, most: number | null): EssayRow[] {
  const { trashed, status, tag, sort } = query;
  const wanted = `
    trashed_at IS ${trashed ? 'NOT NULL' : 'NULL'}
    ${status === null ? '' : 'AND status = :status'}
    ${tag === null ? '' : 'AND key IN (SELECT essay_key FROM essay_tag WHERE tag = :tag)'}`;
  // Keys are put in order first, so that only the rows that are shown are read.
  const first = `key IN (SELECT key FROM essay WHERE ${wanted} ORDER BY ${order[sort]} LIMIT :most)`;
  const records = statement<ListRecord>(
    library.db,
    `SELECT
       id, title, slug,
       CASE WHEN excerpt = '' THEN opening ELSE substr(excerpt, 1, 160) END AS teaser,
       (SELECT group_concat(tag, '${separator}')
        FROM (SELECT tag FROM essay_tag WHERE essay_key = key ORDER BY place)) AS tags,
       series, series_place AS seriesPlace, status, words,
       created_at AS createdAt, updated_at AS updatedAt, published_at AS publishedAt,
       trashed_at AS trashedAt, revision
     FROM essay
     WHERE ${most === null ? wanted : first}
     ORDER BY ${order[sort]}`,
  ).all({ status, tag, most });
  return records.map((record) => ({ ...record, tags: record.tags?.split(separator) ?? [] }));
}

const order = {
  updated: 'updated_at DESC, key DESC',
  created: 'created_ms DESC, key DESC',
  title: 'title_key, title, key',
} as const satisfies Record<SortKey, string>;

function tags(library: Library): EssayList['tags'] {
  return statement<EssayList['tags'][number]>(
    library.db,
    `SELECT tag, count(*) AS essays
     FROM essay_tag
     WHERE essay_key NOT IN (SELECT key FROM essay WHERE trashed_at IS NOT NULL)
     GROUP BY tag`,
  )
    .all()
    .sort((a, b) => byName.compare(a.tag, b.tag));
}

const byName = new Intl.Collator(undefined, { numeric: true });

function counts(library: Library): EssayList['counts'] {
  const found = statement<{ status: Status; trashed: 0 | 1; essays: number }>(
    library.db,
    `SELECT status, trashed_at IS NOT NULL AS trashed, count(*) AS essays
     FROM essay
     GROUP BY status, trashed_at IS NOT NULL`,
  ).all();
  const kept = (status: Status) =>
    found.find((group) => group.status === status && group.trashed === 0)?.essays ?? 0;
  return {
    ...(Object.fromEntries(statuses.map((status) => [status, kept(status)])) as Record<
      Status,
      number
    >),
    trashed: found.reduce((sum, group) => sum + (group.trashed === 1 ? group.essays : 0), 0),
  };
}

import type { Database } from 'better-sqlite3';
import type { EssayId, SearchHit, Status } from '#contract/essay.ts';
import { statement } from '../statement.ts';
import { createLocator, type Locator } from './locate.ts';
import { sentenceAround, titleAround } from './sentenceAround.ts';
import { matchAll, queryWords } from './words.ts';

/** Above this many matches they come newest first: weighing each against the others takes too long to type along with. */
const mostRanked = 300;

/**
 * Essays that hold every word typed, the last as the beginning of a word: those with all of them in the
 * title first, then in excerpt or tags, then anywhere.
 */
export function findHits(
  library: Database,
  index: Database,
  typed: string,
  limit: number,
): readonly SearchHit[] {
  const words = queryWords(typed);
  if (words.length === 0 || limit < 1) return [];
  const query = matchAll(words);
  const keys = new Set<number>();
  const look = (table: 'head' | 'whole', match: string) => {
    if (keys.size >= limit) return;
    for (const key of matches(index, table, match, limit + keys.size)) {
      if (keys.size < limit) keys.add(key);
    }
  };
  look('head', `title : (${query})`);
  look('head', `{excerpt tags} : (${query})`);
  look('whole', query);
  const locator = createLocator(words);
  return [...keys].flatMap((key) => toHit(library, key, locator) ?? []);
}

function matches(
  index: Database,
  table: 'head' | 'whole',
  match: string,
  limit: number,
): readonly number[] {
  const count = statement<number>(
    index,
    `SELECT count(*) FROM (SELECT 1 FROM ${table} WHERE ${table} MATCH ? LIMIT ${mostRanked})`,
  )
    .pluck()
    .get(match);
  if (count === 0) return [];
  const weights = table === 'head' ? '8, 3, 3' : '8, 3, 3, 1';
  const order = count === mostRanked ? 'rowid DESC' : `bm25(${table}, ${weights}), rowid DESC`;
  return statement<number>(
    index,
    `SELECT rowid FROM ${table} WHERE ${table} MATCH ? ORDER BY ${order} LIMIT ?`,
  )
    .pluck()
    .all(match, limit);
}

interface Found {
  readonly id: EssayId;
  readonly title: string;
  readonly status: Status;
  readonly excerpt: string;
  readonly tags: string;
}

/** The hit to show for an essay; null when it was trashed or deleted since it was indexed. */
function toHit(library: Database, key: number, locator: Locator): SearchHit | null {
  const essay = statement<Found>(
    library,
    `SELECT
       id, title, status, excerpt,
       (SELECT coalesce(group_concat(tag, ' · '), '')
        FROM (SELECT tag FROM essay_tag WHERE essay_key = key ORDER BY place)) AS tags
     FROM essay
     WHERE key = ? AND trashed_at IS NULL`,
  ).get(key);
  if (essay === undefined) return null;
  const { id, title, status } = essay;
  const shown = (found: SearchHit['found'], sentence: string, line = 0): SearchHit => ({
    id,
    title,
    status,
    found,
    sentence,
    marks: locator.all(sentence),
    line,
  });
  for (const found of ['title', 'excerpt', 'tags'] as const) {
    if (locator.holdsAll(essay[found])) return shown(found, partOf[found](essay[found], locator));
  }
  const body = readBody(library, key);
  const place = locator.first(body);
  if (place !== null) {
    return shown('body', sentenceAround(body, ...place), lineOf(body, place[0]));
  }
  return shown('title', title);
}

/** What is shown of a text that is found outside the body. */
const partOf: Readonly<
  Record<'title' | 'excerpt' | 'tags', (text: string, by: Locator) => string>
> = {
  title: (text, by) => titleAround(text, ...(by.first(text) ?? [0, 0])),
  excerpt: (text, by) => sentenceAround(text, ...(by.first(text) ?? [0, 0])),
  tags: (text) => text,
};

function readBody(library: Database, key: number): string {
  return statement<string>(
    library,
    'SELECT text FROM body_piece WHERE essay_key = ? ORDER BY place',
  )
    .pluck()
    .all(key)
    .join('');
}

/** The line a place is on, from 0; `\n`, `\r\n` and `\r` each end one. */
function lineOf(text: string, place: number): number {
  return text.slice(0, place).match(/\r\n?|\n/g)?.length ?? 0;
}

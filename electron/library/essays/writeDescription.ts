import type { Library } from '../library.ts';
import { statement } from '../statement.ts';
import { type Description, fieldsHash } from './essayRecord.ts';
import { titleKey } from './titleKey.ts';

/** Stores what the writer says about the essay `key`, and the hash over it. */
export function writeDescription(library: Library, key: number, description: Description): void {
  const { fields, slugIsSet, frontMatter, origin } = description;
  const { db } = library;
  statement(
    db,
    `UPDATE essay SET
       title = :title, title_key = :titleKey, slug = :slug, slug_is_set = :slugIsSet, excerpt = :excerpt,
       series = :series, series_place = :seriesPlace, status = :status, language = :language,
       created_at = :createdAt, created_ms = :createdMs, published_at = :publishedAt,
       canonical_url = :canonicalUrl, cover_image = :coverImage, cover_alt = :coverAlt,
       fields_hash = :hash
     WHERE key = :key`,
  ).run({
    ...columns(fields),
    key,
    titleKey: titleKey(fields.title),
    slugIsSet: slugIsSet ? 1 : 0,
    createdMs: Date.parse(fields.createdAt),
    hash: fieldsHash(description),
  });
  statement(db, 'DELETE FROM essay_tag WHERE essay_key = ?').run(key);
  const addTag = statement(db, 'INSERT INTO essay_tag (essay_key, place, tag) VALUES (?, ?, ?)');
  fields.tags.forEach((tag, place) => {
    addTag.run(key, place, tag);
  });
  if (frontMatter === '' && origin === null) return;
  statement(
    db,
    'INSERT OR REPLACE INTO essay_origin (essay_key, front_matter, origin) VALUES (?, ?, ?)',
  ).run(key, frontMatter, origin === null ? null : JSON.stringify(origin));
}

function columns({ tags: _, ...others }: Description['fields']) {
  return others;
}

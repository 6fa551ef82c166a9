import { randomUUID } from 'node:crypto';
import type { EssayFields, EssayId, NewEssay } from '#contract/essay.ts';
import type { Beginning, Start } from '#contract/history.ts';
import { dominantLineBreak } from '../body/lineBreaks.ts';
import { opening } from '../body/opening.ts';
import { bodyHash, writeBody } from '../body/pieces.ts';
import { append } from '../journal/append.ts';
import { flat } from '../journal/description.ts';
import type { Library } from '../library.ts';
import { freeSlug } from '../slugs/freeSlug.ts';
import { statement } from '../statement.ts';
import type { Description } from './essayRecord.ts';
import { settleFields } from './settleFields.ts';
import { writeDescription } from './writeDescription.ts';

/**
 * Stores a new essay and the first entry of its history, inside a transaction. Of one that is imported, the
 * origin's baseline becomes what the library made of its fields: an essay nobody has touched must not look
 * changed because another one had its slug.
 */
export function insertEssay(
  library: Library,
  start: NewEssay,
  from: Extract<Beginning, 'created' | 'imported' | 'duplicated'>,
): EssayId {
  const id = randomUUID() as EssayId;
  const at = library.now();
  const now = at.toISOString();
  const body = (start.body ?? '').toWellFormed();
  const lineBreak = dominantLineBreak(body);
  const description = firstDescription(library, start, now, from === 'imported');
  const { slug } = description.fields;
  const added = statement(
    library.db,
    `INSERT INTO essay (
       id, revision, body_revision, title, title_key, slug, slug_is_set, excerpt, series, status,
       language, created_at, created_ms, updated_at, canonical_url, cover_image, cover_alt,
       opening, words, line_break, fields_hash, body_hash
     ) VALUES (
       :id, 1, 1, '', '', :slug, 0, '', '', '',
       '', '', 0, :now, '', '', '',
       :opening, 0, :lineBreak, x'', x''
     )`,
  ).run({ id, slug, now, opening: opening(body), lineBreak });
  const key = Number(added.lastInsertRowid);
  writeDescription(library, key, description);
  const pieces = writeBody(library, key, body, lineBreak);
  const hash = bodyHash(pieces);
  const words = pieces.reduce((sum, piece) => sum + piece.words, 0);
  statement(library.db, 'UPDATE essay SET words = ?, body_hash = ? WHERE key = ?').run(
    words,
    hash,
    key,
  );
  const first: Start = { from, id, description: flat(description), body };
  append(library, { key, revision: 0 }, { at: at.getTime(), start: first }, hash);
  return id;
}

function firstDescription(
  library: Library,
  start: NewEssay,
  now: string,
  isImported: boolean,
): Description {
  const settled = settleFields({
    title: start.title ?? '',
    slug: '',
    excerpt: start.excerpt ?? '',
    tags: start.tags ?? [],
    series: start.series ?? '',
    seriesPlace: start.seriesPlace ?? null,
    status: start.status ?? 'draft',
    language: start.language ?? 'en',
    createdAt: start.createdAt ?? now,
    publishedAt: start.publishedAt ?? null,
    canonicalUrl: start.canonicalUrl ?? '',
    coverImage: start.coverImage ?? '',
    coverAlt: start.coverAlt ?? '',
  });
  const wish = start.slug ?? '';
  const slug = freeSlug(library, wish === '' ? settled.title : wish);
  const fields: EssayFields = { ...settled, slug };
  const { origin = null } = start;
  return {
    fields,
    slugIsSet: wish !== '',
    frontMatter: (start.frontMatter ?? '').toWellFormed(),
    origin: origin !== null && isImported ? { ...origin, baseline: fields } : origin,
  };
}

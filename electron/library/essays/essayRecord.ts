import { createHash } from 'node:crypto';
import type { Essay, EssayFields, EssayId, Origin, Status } from '#contract/essay.ts';
import type { LineBreak } from '../body/lineBreaks.ts';

/** A row of the table `essay`, whole. */
export interface EssayRecord {
  readonly key: number;
  readonly id: EssayId;
  readonly revision: number;
  readonly body_revision: number;
  readonly title: string;
  readonly slug: string;
  readonly slug_is_set: 0 | 1;
  readonly excerpt: string;
  readonly series: string;
  readonly series_place: number | null;
  readonly status: Status;
  readonly language: string;
  readonly created_at: string;
  readonly updated_at: string;
  readonly published_at: string | null;
  readonly trashed_at: string | null;
  readonly canonical_url: string;
  readonly cover_image: string;
  readonly cover_alt: string;
  readonly line_break: LineBreak;
  readonly fields_hash: Buffer;
  readonly body_hash: Buffer;
}

/** What an essay came with: the table `essay_origin`, with `origin` as JSON. */
export interface OriginRecord {
  readonly front_matter: string;
  readonly origin: string | null;
}

/** What the writer says about an essay, as the hash of its fields covers it. */
export interface Description {
  readonly fields: EssayFields;
  readonly slugIsSet: boolean;
  readonly frontMatter: string;
  readonly origin: Origin | null;
}

export function toFields(record: EssayRecord, tags: readonly string[]): EssayFields {
  return {
    title: record.title,
    slug: record.slug,
    excerpt: record.excerpt,
    tags,
    series: record.series,
    seriesPlace: record.series_place,
    status: record.status,
    language: record.language,
    createdAt: record.created_at,
    publishedAt: record.published_at,
    canonicalUrl: record.canonical_url,
    coverImage: record.cover_image,
    coverAlt: record.cover_alt,
  };
}

export function toEssay(
  record: EssayRecord,
  description: Description,
  body: string,
  head: Buffer | null,
): Essay {
  return {
    ...description.fields,
    id: record.id,
    revision: record.revision,
    head: head?.toString('hex') ?? '',
    updatedAt: record.updated_at,
    trashedAt: record.trashed_at,
    slugIsSet: description.slugIsSet,
    frontMatter: description.frontMatter,
    origin: description.origin,
    body,
  };
}

/** SHA-256 over everything the writer says about an essay and what it came with. */
export function fieldsHash({ fields, slugIsSet, frontMatter, origin }: Description): Buffer {
  const said = [
    fields.title,
    fields.slug,
    slugIsSet,
    fields.excerpt,
    fields.tags,
    fields.series,
    fields.seriesPlace,
    fields.status,
    fields.language,
    fields.createdAt,
    fields.publishedAt,
    fields.canonicalUrl,
    fields.coverImage,
    fields.coverAlt,
    frontMatter,
    origin === null ? null : JSON.stringify(origin),
  ];
  return createHash('sha256').update(JSON.stringify(said)).digest();
}

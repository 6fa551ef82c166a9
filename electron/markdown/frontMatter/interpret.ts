import { type EssayFields, type Status, statuses } from '#contract/essay.ts';
import { isoTime } from './isoTime.ts';
import { innerKeys, knownKeys } from './knownKeys.ts';
import { isObject, type Values } from './parseValues.ts';

type Field = keyof EssayFields;

/** A key, or a key and one inside its object. */
export type Path = readonly [key: string] | readonly [key: string, inner: string];

/** Where a field's value stands, and what stands there. */
export interface Place {
  readonly path: Path;
  readonly raw: unknown;
}

export interface Interpretation {
  readonly fields: Partial<EssayFields>;
  /** For each field that was found, where. */
  readonly places: Readonly<Partial<Record<Field, Place>>>;
  /** A sentence for each known key whose value was of no use. */
  readonly notes: readonly string[];
}

/** What a front matter's values say of an essay. A value of the wrong type is passed over with a note. */
export function interpret(values: Values): Interpretation {
  const fields: Record<string, unknown> = {};
  const places: Partial<Record<Field, Place>> = {};
  const notes: string[] = [];
  for (const [field, read] of Object.entries(readers) as [Field, (raw: unknown) => unknown][]) {
    for (const place of candidates(field, values)) {
      const value = read(place.raw);
      if (value !== undefined) {
        fields[field] = value;
        places[field] = place;
        break;
      }
      if (isMistake(field, place)) {
        notes.push(
          `“${place.path.join('.')}” in the front matter should hold ${wanted(field)}, so it was not used.`,
        );
      }
    }
  }
  const status = readStatus(values);
  if (status) fields.status = status;
  if (values.status !== status && !isBlank(values.status)) {
    notes.push(
      `“status” in the front matter is none of ${statuses.join(', ')}, so it was not used.`,
    );
  }
  if (fields.createdAt === undefined && fields.publishedAt !== undefined) {
    fields.createdAt = fields.publishedAt;
  }
  return { fields: fields as Partial<EssayFields>, places, notes };
}

/** How to read each field from one raw value; undefined when it is of no use. Status has its own rule. */
const readers: Readonly<Record<Exclude<Field, 'status'>, (raw: unknown) => unknown>> = {
  title: text,
  slug: text,
  createdAt: time,
  publishedAt: time,
  excerpt: text,
  tags,
  series: firstText,
  seriesPlace: place,
  language,
  canonicalUrl: text,
  coverImage: firstText,
  coverAlt: text,
};

/** Every place where a field may stand, the likeliest first. An object's own parts come before further keys. */
function* candidates(field: Field, values: Values): Generator<Place> {
  const holders = { coverAlt: knownKeys.coverImage, seriesPlace: knownKeys.series };
  if (field === 'coverAlt' || field === 'seriesPlace') {
    for (const key of holders[field]) yield* inside(field, key, values[key]);
  }
  for (const key of knownKeys[field]) {
    if (!Object.hasOwn(values, key)) continue;
    if (isObject(values[key]) && (field === 'coverImage' || field === 'series')) {
      yield* inside(field, key, values[key]);
    } else yield { path: [key], raw: values[key] };
  }
}

function* inside(field: keyof typeof innerKeys, key: string, holder: unknown): Generator<Place> {
  if (!isObject(holder)) return;
  for (const inner of innerKeys[field]) {
    if (Object.hasOwn(holder, inner)) yield { path: [key, inner], raw: holder[inner] };
  }
}

function text(raw: unknown): string | undefined {
  if (typeof raw === 'number') return String(raw);
  return typeof raw === 'string' && raw !== '' ? raw : undefined;
}

function firstText(raw: unknown): string | undefined {
  return text(Array.isArray(raw) ? raw[0] : raw);
}

function time(raw: unknown): string | undefined {
  return typeof raw === 'string' ? (isoTime(raw) ?? undefined) : undefined;
}

function tags(raw: unknown): readonly string[] | undefined {
  const list = typeof raw === 'string' ? raw.split(',').map((tag) => tag.trim()) : raw;
  if (!Array.isArray(list)) return undefined;
  const found = list.map(text).filter((tag) => tag !== undefined);
  return found.length > 0 ? [...new Set(found)] : undefined;
}

function place(raw: unknown): number | undefined {
  const number = typeof raw === 'string' && /^\d+$/.test(raw) ? Number(raw) : raw;
  return Number.isSafeInteger(number) && (number as number) >= 1 ? (number as number) : undefined;
}

function language(raw: unknown): string | undefined {
  if (typeof raw !== 'string') return undefined;
  const tag = raw.replaceAll('_', '-').replace(/\..*$/, '');
  return /^[a-z]{2,8}(?:-[a-z0-9]{1,8})*$/i.test(tag) ? tag : undefined;
}

/** The studio's own word for the status before the flags of the generators. */
function readStatus(values: Values): Status | undefined {
  if (statuses.some((status) => status === values.status)) return values.status as Status;
  const draft = flag(values.draft) ?? flag(values.saveAsDraft);
  if (draft !== undefined) return draft ? 'draft' : 'published';
  const published = flag(values.published);
  if (published !== undefined) return published ? 'published' : 'draft';
  return undefined;
}

/** True or false, as such or in quotes. */
export function flag(raw: unknown): boolean | undefined {
  if (raw === true || raw === 'true') return true;
  return raw === false || raw === 'false' ? false : undefined;
}

/** An empty value is not a mistake, and neither is `published: true`, which is a status. */
function isMistake(field: Field, { path, raw }: Place): boolean {
  return !isBlank(raw) && !(field === 'publishedAt' && path[0] === 'published');
}

function isBlank(raw: unknown): boolean {
  return raw == null || raw === '' || (Array.isArray(raw) && raw.length === 0);
}

function wanted(field: Field): string {
  if (field === 'tags') return 'a list';
  if (field === 'seriesPlace') return 'a whole number from 1, of at most 15 digits';
  if (field === 'createdAt' || field === 'publishedAt') return 'a date';
  return field === 'language' ? 'a language' : 'text';
}

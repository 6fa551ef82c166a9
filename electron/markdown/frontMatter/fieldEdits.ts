import type { EssayFields } from '#contract/essay.ts';
import type { Edit } from './editFrontMatter.ts';
import { flag, type Interpretation, type Path, type Place } from './interpret.ts';
import { isBareDate, isoTime } from './isoTime.ts';
import { knownKeys } from './knownKeys.ts';
import { isObject, type Values } from './parseValues.ts';
import type { Value } from './values.ts';

type Field = keyof EssayFields;

const draftKeys = ['draft', 'published', 'saveAsDraft'] as const;
/** The key by which a reader of front matter tells a draft from what is published. */
export type DraftKey = (typeof draftKeys)[number];

/** The edits that make a front matter say `wanted` of one field, in the keys and shapes it already uses. */
export function fieldEdits(
  field: Field,
  wanted: EssayFields[Field],
  values: Values,
  { places }: Interpretation,
  draftKey: DraftKey | undefined,
): readonly Edit[] {
  if (field === 'status') return statusEdits(wanted as EssayFields['status'], values, draftKey);
  const place = places[field];
  if (wanted === null || wanted === '' || (Array.isArray(wanted) && wanted.length === 0)) {
    return place ? [{ path: cleared(field, place), value: undefined }] : [];
  }
  if (!place) {
    const key = freeKey(field, values, places);
    return key === undefined ? [] : [{ path: [key], value: fresh(field, wanted) }];
  }
  return [{ path: place.path, value: shapedAs(place.raw, fresh(field, wanted)) }];
}

/** A field's value where no other has stood yet. */
function fresh(field: Field, wanted: Exclude<EssayFields[Field], null>): Value {
  const isMoment = field === 'createdAt' || field === 'publishedAt';
  return isMoment && typeof wanted === 'string' ? { time: wanted } : wanted;
}

/** The new value in the shape of the old: tags in one text, a series in a list, a date without a clock. */
function shapedAs(raw: unknown, value: Value): Value {
  if (Array.isArray(value)) {
    const tags: readonly string[] = value;
    const joins = typeof raw === 'string' && tags.every((tag) => !/,|^\s|\s$/.test(tag));
    return joins ? tags.join(', ') : tags;
  }
  if (Array.isArray(raw)) return [value, ...raw.slice(1)];
  if (typeof value === 'object' && 'time' in value && typeof value.time === 'string') {
    const midnight = /^(\d{4}-\d\d-\d\d)T00:00:00Z$/.exec(isoTime(value.time) ?? '')?.[1];
    return { time: midnight && typeof raw === 'string' && isBareDate(raw) ? midnight : value.time };
  }
  return value;
}

/** What goes when a field is cleared: a cover or series goes with all its parts, another part alone. */
function cleared(field: Field, { path }: Place): Path {
  return field === 'coverImage' || field === 'series' ? [path[0]] : path;
}

/**
 * The key for a field that was not there: an empty one of its own if there is one, else the usual name that is free,
 * else one whose text or number is of no use. A list that holds something, or an object, is never written over.
 */
function freeKey(
  field: Field,
  values: Values,
  places: Interpretation['places'],
): string | undefined {
  const keys: readonly string[] = knownKeys[field];
  const cover = field === 'coverAlt' ? places.coverImage?.path[0] : undefined;
  const besideCover = (key: string) => key === `${cover}_alt` || key === `${cover}Alt`;
  const isFree = (key: string) => !Object.hasOwn(values, key);
  return (
    keys.find((key) => !isFree(key) && isEmpty(values[key])) ??
    keys.find((key) => isFree(key) && besideCover(key)) ??
    keys.find(isFree) ??
    keys.find((key) => typeof values[key] !== 'object')
  );
}

function isEmpty(value: unknown): boolean {
  return value === null || value === '' || (Array.isArray(value) && value.length === 0);
}

/** Says it in every flag that is there. A draft says it in the reader's own too: that one takes the others for nothing. */
function statusEdits(
  wanted: EssayFields['status'],
  values: Values,
  draftKey: DraftKey | undefined,
): readonly Edit[] {
  const published = wanted === 'published';
  const saysWhich = typeof values.status === 'string' && values.status !== '';
  const keys = draftKeys.filter((key) => flag(values[key]) !== undefined);
  if (draftKey && !published && !keys.includes(draftKey)) keys.push(draftKey);
  if (keys.length === 0 && !saysWhich) keys.push(draftKey ?? 'draft');
  const edits = keys.map(
    (key): Edit => ({ path: [key], value: key === 'published' ? published : !published }),
  );
  if (saysWhich || !(published || wanted === 'draft')) {
    edits.push({ path: ['status'], value: wanted });
  }
  return isObject(values.status) ? edits.filter(({ path }) => path[0] !== 'status') : edits;
}

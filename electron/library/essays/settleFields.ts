import { StudioError } from '#contract/errors.ts';
import { type EssayFields, statuses } from '#contract/essay.ts';

/**
 * Fields as the library keeps them: title and tags each in one line, tags trimmed and each once, in their order and
 * case. Everything else stays as it is said. Throws `invalid` for a status, time or place in a series that is none.
 * The slug is settled elsewhere, since others may have it.
 */
export function settleFields(fields: EssayFields): EssayFields {
  const refuse = (what: string, advice: string): never => {
    throw new StudioError('invalid', `${what} of “${fields.title}” cannot be used.`, advice);
  };
  if (!statuses.includes(fields.status)) {
    refuse(`The status “${fields.status}”`, `Choose one of ${statuses.join(', ')}.`);
  }
  if (!isTime(fields.createdAt)) {
    refuse(`The creation time “${fields.createdAt}”`, 'Write it as in 2026-03-31T09:00:00Z.');
  }
  if (fields.publishedAt !== null && !isTime(fields.publishedAt)) {
    refuse(`The publication time “${fields.publishedAt}”`, 'Write it as in 2026-03-31T09:00:00Z.');
  }
  const place = fields.seriesPlace;
  if (place !== null && !(Number.isSafeInteger(place) && place > 0)) {
    refuse(
      `The place ${place} in the series`,
      'Write a whole number from 1, of at most 15 digits.',
    );
  }
  return {
    title: oneLine(fields.title),
    slug: fields.slug,
    excerpt: fields.excerpt.toWellFormed(),
    tags: [...new Set(fields.tags.map((tag) => oneLine(tag).trim()))].filter(Boolean),
    series: fields.series.toWellFormed(),
    seriesPlace: place,
    status: fields.status,
    language: fields.language.toWellFormed(),
    createdAt: fields.createdAt,
    publishedAt: fields.publishedAt,
    canonicalUrl: fields.canonicalUrl.toWellFormed(),
    coverImage: fields.coverImage.toWellFormed(),
    coverAlt: fields.coverAlt.toWellFormed(),
  };
}

function oneLine(text: string): string {
  return text.toWellFormed().replace(/[\p{Cc}\u2028\u2029]+/gu, ' ');
}

function isTime(text: string): boolean {
  return !Number.isNaN(Date.parse(text));
}

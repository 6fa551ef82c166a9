import type { EssayFacts, PublishedField, Target } from '#contract/publishing.ts';
import type { Value } from '#markdown/frontMatter/values.ts';

/** What an essay says of a field, as most generators want it; undefined for nothing. A cover that is data has no address to give. */
export function usualValue(
  field: PublishedField,
  essay: EssayFacts,
  target: Target,
): Value | undefined {
  const value = values[field](essay, target);
  if (value === undefined || value === null || value === '') return undefined;
  return Array.isArray(value) && value.length === 0 ? undefined : value;
}

/** The day a reader is told. */
export function shownDate({ publishedAt, createdAt }: EssayFacts): string {
  return publishedAt ?? createdAt;
}

/** The cover's address; '' for none. */
export function coverAddress({ coverImage }: EssayFacts): string {
  return /^\s*data:/i.test(coverImage) ? '' : coverImage.trim();
}

/** The excerpt on one line. */
export function oneLine(text: string): string {
  return text.replace(/\s+/g, ' ').trim();
}

const values: Readonly<
  Record<PublishedField, (essay: EssayFacts, target: Target) => Value | null | undefined>
> = {
  title: ({ title }) => title.trim(),
  slug: ({ slug }) => slug,
  date: (essay) => ({ time: shownDate(essay) }),
  publishedAt: ({ publishedAt }) => (publishedAt ? { time: publishedAt } : null),
  updatedAt: ({ updatedAt }) => ({ time: updatedAt }),
  draft: ({ status }) => status !== 'published',
  published: ({ status }) => status === 'published',
  excerpt: ({ excerpt }) => oneLine(excerpt),
  tags: ({ tags }) => tags,
  series: ({ series }) => series.trim(),
  seriesPlace: ({ seriesPlace }) => seriesPlace,
  language: ({ language }) => language,
  canonicalUrl: ({ canonicalUrl }) => canonicalUrl.trim(),
  coverImage: coverAddress,
  coverAlt: (essay) => (coverAddress(essay) ? essay.coverAlt.trim() : ''),
  author: (_, { author }) => author.trim(),
};

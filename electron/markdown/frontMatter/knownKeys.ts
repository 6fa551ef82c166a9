import type { EssayFields } from '#contract/essay.ts';

/**
 * The keys that Hugo, Jekyll, Astro, Eleventy, dev.to and Ghost's exporters use for a field, the first that holds a
 * usable value wins. The first of each list is the one a new front matter uses.
 */
export const knownKeys = {
  title: ['title'],
  slug: ['slug'],
  createdAt: ['date'],
  publishedAt: [
    'publishDate',
    'pubDate',
    'published_at',
    'publishedAt',
    'published_date',
    'date_published',
    'published',
  ],
  status: ['draft', 'status', 'published', 'saveAsDraft'],
  excerpt: ['description', 'summary', 'excerpt', 'custom_excerpt'],
  tags: ['tags', 'categories', 'keywords'],
  series: ['series'],
  seriesPlace: ['series_order', 'seriesOrder', 'series_part', 'series_index', 'part'],
  language: ['lang', 'language', 'locale'],
  canonicalUrl: ['canonical_url', 'canonical', 'canonicalURL', 'canonicalUrl'],
  coverImage: [
    'image',
    'cover',
    'heroImage',
    'hero_image',
    'cover_image',
    'coverImage',
    'feature_image',
    'images',
  ],
  coverAlt: [
    'image_alt',
    'cover_alt',
    'heroImageAlt',
    'hero_image_alt',
    'cover_image_alt',
    'coverImageAlt',
    'feature_image_alt',
    'imageAlt',
    'coverAlt',
  ],
} as const satisfies Readonly<Record<keyof EssayFields, readonly [string, ...string[]]>>;

/** Where an object holds the address and the text of a cover, or the name and place of a series. */
export const innerKeys = {
  coverImage: ['src', 'image', 'path', 'url'],
  coverAlt: ['alt'],
  series: ['name', 'title'],
  seriesPlace: ['part', 'order', 'number'],
} as const;

export const fieldNames = Object.keys(knownKeys) as readonly (keyof EssayFields)[];

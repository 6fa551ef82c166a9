import { webAddress } from '#export/webAddress.ts';
import { liquidAsText } from '../escapes/liquidAsText.ts';
import { imagesOnWeb, type Preset } from './preset.ts';
import { coverAddress } from './usualValue.ts';

/** dev.to: `published`, at most four tags of letters and digits in one text, a cover with a full address. Its body knows Liquid, but keeps it from code by itself. */
export const devto: Preset = {
  kind: 'devto',
  version: 1,
  styles: ['yaml'],
  keys: {
    title: 'title',
    published: 'published',
    publishedAt: 'published_at',
    excerpt: 'description',
    tags: 'tags',
    canonicalUrl: 'canonical_url',
    coverImage: 'cover_image',
    series: 'series',
  },
  constants: () => ({}),
  values: {
    tags: ({ tags }) => devtoTags(tags).join(', ') || undefined,
    coverImage: (essay) =>
      /^https?:\/\//i.test(coverAddress(essay)) ? coverAddress(essay) : undefined,
  },
  path: (stem) => `${stem}.md`,
  // An address of its own is given to each essay there, and not before.
  href: ({ essay }) => webAddress(essay.canonicalUrl),
  images: imagesOnWeb,
  home: {
    formats: ['yaml'],
    bears: (values) =>
      typeof values.published === 'boolean' && Object.keys(values).every((key) => known.has(key)),
  },
  escape: (body) => liquidAsText(body, 'fences and backticks'),
};

/** dev.to's tags hold letters and digits only. */
function devtoTags(tags: readonly string[]): string[] {
  const known = tags.map((tag) => tag.toLowerCase().replace(/[^\p{L}\p{N}]/gu, ''));
  return [...new Set(known.filter((tag) => tag !== ''))].slice(0, mostDevtoTags);
}

export const mostDevtoTags = 4;

/** What dev.to reads; a file with more is another generator's. */
const known = new Set(
  'title published published_at date description tags canonical_url cover_image series'.split(' '),
);

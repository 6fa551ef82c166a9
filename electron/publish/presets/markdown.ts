import { posix } from 'node:path';
import { imagesBeside, type Preset } from './preset.ts';

/** Markdown for any reader: the front matter that the studio itself reads back, an imported one kept in whatever format it has. */
export const markdown: Preset = {
  kind: 'markdown',
  version: 1,
  styles: ['yaml', 'toml', 'json'],
  keys: {
    title: 'title',
    slug: 'slug',
    date: 'date',
    publishedAt: 'publishDate',
    draft: 'draft',
    excerpt: 'description',
    tags: 'tags',
    series: 'series',
    seriesPlace: 'series_order',
    language: 'lang',
    canonicalUrl: 'canonical_url',
    coverImage: 'image',
    coverAlt: 'image_alt',
    author: 'author',
  },
  constants: () => ({}),
  values: {
    date: ({ createdAt }) => ({ time: createdAt }),
    language: ({ language }) => (language === 'en' ? undefined : language),
  },
  path: (stem) => `${stem}.md`,
  href: ({ path }, from) => posix.relative(posix.dirname(`/${from}`), `/${path}`),
  images: imagesBeside,
  home: {
    formats: ['yaml', 'toml', 'json'],
    bears: () => true,
  },
  escape: (body) => body,
};

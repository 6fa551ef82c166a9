import { type Preset, stemOf } from './preset.ts';
import { coverAddress } from './usualValue.ts';

/** Hugo: RFC 3339 dates, `draft`, lists for taxonomies; what is not Hugo's own goes under `params`. `published` would be a date. */
export const hugo: Preset = {
  kind: 'hugo',
  version: 1,
  styles: ['yaml', 'toml', 'json'],
  keys: {
    title: 'title',
    slug: 'slug',
    date: 'date',
    publishedAt: 'publishDate',
    updatedAt: 'lastmod',
    draft: 'draft',
    excerpt: 'description',
    tags: 'tags',
    series: 'series',
    coverImage: 'images',
    seriesPlace: 'params.series_order',
    canonicalUrl: 'params.canonical',
    coverAlt: 'params.cover_alt',
    author: 'params.author',
  },
  constants: () => ({}),
  values: {
    series: ({ series }) => (series.trim() ? [series.trim()] : undefined),
    coverImage: (essay) => (coverAddress(essay) ? [coverAddress(essay)] : undefined),
  },
  path: (stem) => `${stem}.md`,
  href: ({ path }) => `../${stemOf(path)}/`,
  images: {
    // A page and what is in its folder are one to Hugo: a page bundle.
    bundle: (stem) => `${stem}/index.md`,
    file: (path, name) => `${path.slice(0, path.lastIndexOf('/') + 1)}images/${name}`,
    href: (name) => `images/${name}`,
  },
  home: {
    formats: ['yaml', 'toml', 'json'],
    bears: (values) =>
      typeof values.published !== 'boolean' && values.layout !== 'post' && !('pubDate' in values),
  },
  escape: (body) => body,
};

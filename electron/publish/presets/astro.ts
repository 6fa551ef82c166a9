import { imagesBeside, type Preset, stemOf, toFolder } from './preset.ts';

/** Astro's blog starter: `pubDate` and `updatedDate`, a description that its schema requires, the cover as `heroImage`. A site's own schema is met by the target's mapping. */
export const astro: Preset = {
  kind: 'astro',
  version: 2,
  styles: ['yaml', 'toml'],
  keys: {
    title: 'title',
    excerpt: 'description',
    date: 'pubDate',
    updatedAt: 'updatedDate',
    coverImage: 'heroImage',
    coverAlt: 'heroImageAlt',
    tags: 'tags',
    draft: 'draft',
    series: 'series',
    seriesPlace: 'seriesOrder',
    canonicalUrl: 'canonicalURL',
    language: 'lang',
    author: 'author',
  },
  constants: () => ({}),
  values: { draft: ({ status }) => (status === 'published' ? undefined : true) },
  path: (stem) => `${stem}.md`,
  href: ({ path }, from) => toFolder(stemOf(from), stemOf(path)),
  images: { ...imagesBeside, href: (name) => `./images/${name}` },
  home: {
    formats: ['yaml', 'toml'],
    bears: (values) => 'pubDate' in values,
    draftKey: 'draft',
  },
  escape: (body) => body,
};

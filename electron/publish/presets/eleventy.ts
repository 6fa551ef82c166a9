import { liquidAsText } from '../escapes/liquidAsText.ts';
import { imagesBeside, type Preset, stemOf, toFolder } from './preset.ts';
import { saidAddress } from './saidAddress.ts';

/** Eleventy: tags are collections, so each essay has the tag `posts` too. Its Markdown runs through Liquid first. */
export const eleventy: Preset = {
  kind: 'eleventy',
  version: 2,
  styles: ['yaml', 'json'],
  keys: {
    title: 'title',
    date: 'date',
    updatedAt: 'updated',
    draft: 'draft',
    excerpt: 'description',
    tags: 'tags',
    series: 'series',
    seriesPlace: 'series_order',
    canonicalUrl: 'canonical_url',
    coverImage: 'image',
    coverAlt: 'image_alt',
    language: 'lang',
    author: 'author',
  },
  constants: () => ({}),
  values: {
    draft: ({ status }) => (status === 'published' ? undefined : true),
    tags: ({ tags }) => [...new Set(['posts', ...tags])],
  },
  path: (stem) => `${stem}.md`,
  href: ({ path, essay }, from, target) =>
    saidAddress(essay, 'permalink', eleventy, target) ??
    toFolder(pageFolder(from), pageFolder(path)),
  images: {
    // A page has a folder of its own on the site; the folder of images is copied as it is.
    ...imagesBeside,
    href: (name) => `../images/${name}`,
  },
  home: {
    formats: ['yaml', 'json'],
    draftKey: 'draft',
    bears: (values) =>
      typeof values.published !== 'boolean' && values.layout !== 'post' && !('pubDate' in values),
  },
  escape: (body) => liquidAsText(body),
};

/** The name of a page is that of its file without a date before it. */
function pageFolder(path: string): string {
  return stemOf(path).replace(/(^|\/)\d{4}-\d\d-\d\d-(?=[^/]+$)/, '$1');
}

import { posix } from 'node:path';
import { shortcodesAsText } from '../escapes/shortcodesAsText.ts';
import { type LinkedFile, type Preset, stemOf, toFolder } from './preset.ts';
import { saidAddress } from './saidAddress.ts';
import { coverAddress } from './usualValue.ts';

/** Hugo: RFC 3339 dates, `draft`, lists for taxonomies; what is not Hugo's own goes under `params`. `published` would be a date. Shortcodes are shown, not run. */
export const hugo: Preset = {
  kind: 'hugo',
  version: 2,
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
  href: (to, from, target) =>
    saidAddress(to.essay, 'url', hugo, target) ?? toFolder(stemOf(from), pageFolder(to)),
  images: {
    // A page and what is in its folder are one to Hugo: a page bundle.
    bundle: (stem) => `${stem}/index.md`,
    file: (path, name) => `${path.slice(0, path.lastIndexOf('/') + 1)}images/${name}`,
    href: (name) => `images/${name}`,
  },
  home: {
    formats: ['yaml', 'toml', 'json'],
    draftKey: 'draft',
    bears: (values) =>
      typeof values.published !== 'boolean' && values.layout !== 'post' && !('pubDate' in values),
  },
  escape: shortcodesAsText,
};

/** A page is called as its file is, unless its front matter says another name. */
function pageFolder({ path, essay }: LinkedFile): string {
  const stem = stemOf(path);
  const { slug, slugIsSet, origin } = essay;
  const isSaid = origin !== null && slugIsSet && !origin.fileName.startsWith('_index.');
  // The name of a file that begins with a date has set a slug, but is no word of the front matter.
  const isDated = /^\d{4}-\d\d-\d\d-/.test(posix.basename(stem));
  if (!isSaid || (isDated && stem.endsWith(`-${slug}`))) return stem;
  return posix.join(posix.dirname(stem), slug);
}

import { liquidAsText } from '../escapes/liquidAsText.ts';
import { jekyllDay, jekyllTime } from './jekyllTime.ts';
import { type Preset, stemOf } from './preset.ts';
import { coverAddress, shownDate } from './usualValue.ts';

/** Jekyll: `_posts/YYYY-MM-DD-slug.md`, its own date format, `published: false` for what is no more than a draft; Liquid in code is shown, not run. */
export const jekyll: Preset = {
  kind: 'jekyll',
  version: 1,
  styles: ['yaml'],
  keys: {
    title: 'title',
    date: 'date',
    updatedAt: 'last_modified_at',
    published: 'published',
    excerpt: 'description',
    tags: 'tags',
    canonicalUrl: 'canonical_url',
    coverImage: 'image',
    series: 'series',
    seriesPlace: 'series_order',
    language: 'lang',
    author: 'author',
  },
  constants: () => ({ layout: 'post' }),
  values: {
    date: (essay) => ({ time: jekyllTime(shownDate(essay)) }),
    updatedAt: ({ updatedAt }) => ({ time: jekyllTime(updatedAt) }),
    published: ({ status }) => (status === 'published' ? undefined : false),
    coverImage: (essay) => {
      const path = coverAddress(essay);
      if (!path) return undefined;
      return essay.coverAlt.trim() ? { path, alt: essay.coverAlt.trim() } : path;
    },
  },
  path: (stem, essay) => `_posts/${jekyllDay(shownDate(essay))}-${stem}.md`,
  href: ({ path }) => `{% post_url ${stemOf(path)} %}`,
  images: {
    file: (_, name) => `assets/images/${name}`,
    href: (name) => `{{ "/assets/images/${name}" | relative_url }}`,
  },
  home: {
    formats: ['yaml'],
    bears: (_, fileName) => /^\d{4}-\d\d-\d\d-.+\.(?:md|markdown|mkd|mkdown|mkdn)$/.test(fileName),
  },
  escape: (body) => liquidAsText(body),
};

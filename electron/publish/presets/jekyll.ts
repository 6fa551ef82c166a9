import type { Origin } from '#contract/essay.ts';
import { liquidAsText } from '../escapes/liquidAsText.ts';
import { jekyllDay, jekyllTime } from './jekyllTime.ts';
import { type Preset, stemOf } from './preset.ts';
import { coverAddress, shownDate } from './usualValue.ts';

/** Jekyll: `_posts/YYYY-MM-DD-slug.md`, its own date format, `published: false` for what is no more than a draft; Liquid in code is shown, not run. */
export const jekyll: Preset = {
  kind: 'jekyll',
  version: 2,
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
  href: ({ path }) =>
    isDated(path)
      ? `{% post_url ${stemOf(path).replace(/(^|\/)_posts\//, '$1')} %}`
      : `{% link ${path} %}`,
  images: {
    file: (_, name) => `assets/images/${name}`,
    href: (name) => `{{ "/assets/images/${name}" | relative_url }}`,
  },
  home: {
    formats: ['yaml'],
    bears: ({ layout }, file) =>
      isDated(file.fileName) || isInJekyllsFolder(file) || pageLayouts.has(layout),
    // Whoever imports the folder of posts alone has left out its name.
    folder: (file) => (isDated(file.fileName) && !isInJekyllsFolder(file) ? '_posts/' : ''),
    draftKey: 'published',
  },
  escape: (body) => liquidAsText(body),
};

function isDated(path: string): boolean {
  return /(?:^|\/)\d{4}-\d\d-\d\d-[^/]+\.(?:md|markdown|mkd|mkdown|mkdn)$/.test(path);
}

/** Posts, drafts and collections are in folders whose names begin with a line. */
function isInJekyllsFolder({ folder = '' }: Pick<Origin, 'folder'>): boolean {
  return folder.split('/').some((name) => name.startsWith('_'));
}

/** What its starter and its themes call the layouts of pages. */
const pageLayouts: ReadonlySet<unknown> = new Set(['page', 'default', 'home']);

import type { FrontMatterStyle, PublishedField, TargetKind } from '#contract/publishing.ts';

export const kindWords: Readonly<Record<TargetKind, string>> = {
  site: 'HTML site',
  hugo: 'Hugo',
  jekyll: 'Jekyll',
  astro: 'Astro',
  eleventy: 'Eleventy',
  mdx: 'Next.js, MDX',
  markdown: 'Markdown',
  ghost: 'Ghost import',
  devto: 'dev.to',
  hashnode: 'Hashnode',
  medium: 'Medium paste',
};

export const styleWords: Readonly<Record<FrontMatterStyle, string>> = {
  yaml: 'YAML',
  toml: 'TOML',
  json: 'JSON',
  module: 'JavaScript module',
};

export const fieldWords: Readonly<Record<PublishedField, string>> = {
  title: 'Title',
  slug: 'Slug',
  date: 'Date shown',
  publishedAt: 'Published at',
  updatedAt: 'Updated at',
  draft: 'Is a draft',
  published: 'Is published',
  excerpt: 'Excerpt',
  tags: 'Tags',
  series: 'Series',
  seriesPlace: 'Place in the series',
  language: 'Language',
  canonicalUrl: 'Canonical address',
  coverImage: 'Cover',
  coverAlt: 'Cover’s description',
  author: 'Author',
};

import type { TargetKind } from '#contract/publishing.ts';
import { astro } from './astro.ts';
import { devto } from './devto.ts';
import { eleventy } from './eleventy.ts';
import { hashnode } from './hashnode.ts';
import { hugo } from './hugo.ts';
import { jekyll } from './jekyll.ts';
import { markdown } from './markdown.ts';
import { mdx } from './mdx.ts';
import type { Preset } from './preset.ts';

/** Kinds of targets that take Markdown with front matter. */
export type MarkdownKind = Exclude<TargetKind, 'ghost' | 'medium' | 'site'>;

/** The preset of each. */
export const presets = {
  hugo,
  jekyll,
  astro,
  eleventy,
  devto,
  hashnode,
  mdx,
  markdown,
} as const satisfies Readonly<Record<MarkdownKind, Preset>>;

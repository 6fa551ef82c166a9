import type { Essay } from '#contract/essay.ts';
import type { EssayFacts } from '#contract/publishing.ts';
import { headMetadata } from '#export/html/headMetadata.ts';
import { structuredData } from '#export/html/structuredData.ts';
import { renderArticle } from '#markdown/article.ts';
import { escapeAttribute, escapeText } from '#markdown/html/escape.ts';
import type { FindImage } from '#markdown/images/pageImage.ts';
import type { RenderedText } from '../rendering/render.ts';
import { framePage, headingOf } from './frame.ts';
import { linkTo, type Site } from './site.ts';

/** An essay's page: the article as the preview shows it, then its place in its series and its tags. */
export function essayPage(
  site: Site,
  essay: Essay,
  rendered: RenderedText,
  image: FindImage,
): string {
  const path = site.pathOf.get(essay.id)!;
  const known = { ...essay, canonicalUrl: essay.canonicalUrl.trim() || site.url(path) };
  const facts = {
    author: site.target.author.trim(),
    cover: image(essay.coverImage)?.address ?? '',
  };
  const siteName = `<meta property="og:site_name" content="${escapeAttribute(headingOf(site))}">`;
  return framePage(site, {
    path,
    language: essay.language,
    head: [
      ...headMetadata(known, facts),
      siteName,
      `<script type="application/ld+json">${structuredData(known, { ...facts, authorUrl: site.url('index.html') })}</script>`,
    ],
    main: renderArticle(essay, rendered, image) + wayOn(site, essay, path),
  });
}

/** The neighbours of an essay in its series. */
export function neighbours(
  { series }: Site,
  essay: EssayFacts,
): { before: EssayFacts | null; after: EssayFacts | null } {
  const parts = series.get(essay.series.trim())?.essays ?? [];
  const at = parts.findIndex(({ id }) => id === essay.id);
  return { before: parts[at - 1] ?? null, after: at < 0 ? null : (parts[at + 1] ?? null) };
}

function wayOn(site: Site, essay: EssayFacts, path: string): string {
  const { before, after } = neighbours(site, essay);
  const series = site.series.get(essay.series.trim());
  const lines: string[] = [];
  const toEssay = (other: EssayFacts, rel: 'prev' | 'next') => {
    const href = linkTo(path, site.pathOf.get(other.id)!);
    const label = rel === 'prev' ? 'Before' : 'Next';
    const title = escapeText(other.title.trim() || 'Untitled');
    return `<p class="${rel}"><span>${label}</span> <a rel="${rel}" href="${href}">${title}</a></p>`;
  };
  if (series && series.essays.length > 1) {
    const name = `<a href="${linkTo(path, series.path)}">${escapeText(series.name)}</a>`;
    lines.push(`<p class="series"><span>Series</span> ${name}</p>`);
  }
  if (before) lines.push(toEssay(before, 'prev'));
  if (after) lines.push(toEssay(after, 'next'));
  const tags = essay.tags.flatMap((tag) => {
    const group = site.tags.get(tag);
    return group ? [`<a rel="tag" href="${linkTo(path, group.path)}">${escapeText(tag)}</a>`] : [];
  });
  if (tags.length > 0)
    lines.push(`<p class="tags"><span>Tags</span> <span>${tags.join(' · ')}</span></p>`);
  return lines.length === 0
    ? ''
    : `<nav class="way-on" aria-label="Further reading">\n${lines.join('\n')}\n</nav>\n`;
}

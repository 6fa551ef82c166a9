import type { Essay } from '#contract/essay.ts';
import { escapeAttribute, escapeText } from '#markdown/html/escape.ts';
import { webAddress } from './webAddress.ts';

/** The head's tags about an essay, one each: title, description, author, canonical link, Open Graph and Twitter. What is not said has no tag. */
export function headMetadata(essay: Essay, author: string): string[] {
  const description = essay.excerpt.replace(/\s+/g, ' ').trim();
  const canonical = webAddress(essay.canonicalUrl);
  const image = webAddress(essay.coverImage);
  return [
    `<title>${escapeText(essay.title || 'Untitled')}</title>`,
    ...named('description', description),
    ...named('author', author),
    ...named('generator', 'Longhand'),
    ...(canonical ? [`<link rel="canonical" href="${escapeAttribute(canonical)}">`] : []),
    ...property('og:type', 'article'),
    ...property('og:title', essay.title),
    ...property('og:description', description),
    ...property('og:url', canonical),
    ...property('og:image', image),
    ...property('og:image:alt', image && essay.coverAlt),
    ...property('og:locale', openGraphLocale(essay.language)),
    ...property('article:published_time', essay.publishedAt ?? ''),
    ...property('article:modified_time', essay.updatedAt),
    ...property('article:author', author),
    ...essay.tags.flatMap((tag) => property('article:tag', tag)),
    ...named('twitter:card', image ? 'summary_large_image' : 'summary'),
  ];
}

function named(name: string, content: string): string[] {
  return content ? [`<meta name="${name}" content="${escapeAttribute(content)}">`] : [];
}

function property(name: string, content: string): string[] {
  return content ? [`<meta property="${name}" content="${escapeAttribute(content)}">`] : [];
}

/** `pt-BR` as `pt_BR`. Open Graph knows no locale without a territory. */
function openGraphLocale(language: string): string {
  const [, tongue, territory] = /^([a-z]{2,3})(?:-[A-Z][a-z]{3})?-([A-Z]{2})$/.exec(language) ?? [];
  return territory ? `${tongue}_${territory}` : '';
}

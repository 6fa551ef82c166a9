import type { Essay } from '#contract/essay.ts';
import { escapeAttribute, escapeText } from '#markdown/html/escape.ts';
import { webAddress } from '../webAddress.ts';

/** What is said of an essay besides what it says itself. */
export interface PageFacts {
  readonly author: string;
  /** Where the page has its cover, from the page; '' where it has none of its own. */
  readonly cover?: string;
}

/** The head's tags about an essay, one each: title, description, author, canonical link, Open Graph and Twitter. What is not said has no tag. */
export function headMetadata(essay: Essay, facts: PageFacts): string[] {
  const { author } = facts;
  const description = essay.excerpt.replace(/\s+/g, ' ').trim();
  const canonical = webAddress(essay.canonicalUrl);
  const image = coverOnWeb(essay, facts);
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

/** The full address of an essay's cover: as it is said, or beside the page where that has an address; '' for none. */
export function coverOnWeb(essay: Essay, { cover = '' }: PageFacts): string {
  const page = webAddress(essay.canonicalUrl);
  const said = webAddress(essay.coverImage);
  return said || cover === '' || page === '' ? said : (URL.parse(cover, page)?.href ?? '');
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

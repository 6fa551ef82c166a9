import type { Essay } from '#contract/essay.ts';
import { webAddress } from '../webAddress.ts';
import { coverOnWeb, type PageFacts } from './headMetadata.ts';

interface AuthorFacts {
  /** Where readers find the author; '' where that is not known. */
  readonly authorUrl?: string;
}

/** A schema.org `BlogPosting` as JSON-LD that is safe inside a script element. What is not said has no property. */
export function structuredData(essay: Essay, facts: PageFacts & AuthorFacts): string {
  const { author, authorUrl = '' } = facts;
  const canonical = webAddress(essay.canonicalUrl);
  const posting = {
    '@context': 'https://schema.org',
    '@type': 'BlogPosting',
    headline: essay.title || undefined,
    description: essay.excerpt.trim() || undefined,
    image: coverOnWeb(essay, facts) || undefined,
    datePublished: essay.publishedAt ?? undefined,
    dateModified: essay.updatedAt,
    author: author
      ? { '@type': 'Person', name: author, url: webAddress(authorUrl) || undefined }
      : undefined,
    url: canonical || undefined,
    mainEntityOfPage: canonical || undefined,
    inLanguage: essay.language || undefined,
    keywords: essay.tags.length > 0 ? essay.tags : undefined,
  };
  // Escaped, no text can close the element or open a comment in it.
  return JSON.stringify(posting).replace(
    /[<>&\u2028\u2029]/g,
    (character) => `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`,
  );
}

import type { Essay } from '#contract/essay.ts';
import { renderArticle } from '#markdown/article.ts';
import { escapeAttribute } from '#markdown/html/escape.ts';
import { renderEssay } from '#markdown/renderEssay.ts';
import { textDirection } from '#markdown/textDirection.ts';
import { headMetadata } from './headMetadata.ts';
import { structuredData } from './structuredData.ts';

export interface PageOptions {
  /** The page's stylesheet with its fonts inlined; see pageStyle. */
  readonly style: string;
  /** Named in the head only; '' for none. */
  readonly author?: string;
}

/**
 * An essay as one HTML file that needs nothing else: style and images are in it, no script runs and nothing is asked of
 * the network, also where no other policy guards it. The article is the preview's, byte for byte.
 */
export function htmlPage(essay: Essay, options: PageOptions): string {
  const author = options.author?.trim() ?? '';
  const language = essay.language || 'en';
  const head = [
    '<meta charset="utf-8">',
    `<meta http-equiv="Content-Security-Policy" content="${policy}">`,
    '<meta name="viewport" content="width=device-width, initial-scale=1">',
    ...headMetadata(essay, author),
    `<script type="application/ld+json">${structuredData(essay, author)}</script>`,
    `<style>\n${options.style.replace(/<\/(?=style)/gi, '<\\/')}\n</style>`,
  ];
  return [
    '<!doctype html>',
    `<html lang="${escapeAttribute(language)}" dir="${textDirection(language)}">`,
    '<head>',
    ...head,
    '</head>',
    '<body>',
    '<main>',
    renderArticle(essay, renderEssay(essay.body)),
    '</main>',
    '</body>',
    '</html>',
    '',
  ].join('\n');
}

/** Allows what is in the file and nothing else. Structured data is not a script that runs, so it needs no leave. */
const policy = [
  "default-src 'none'",
  "style-src 'unsafe-inline'",
  'img-src data:',
  'font-src data:',
  "base-uri 'none'",
  "form-action 'none'",
].join('; ');

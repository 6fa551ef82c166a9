import { createHash } from 'node:crypto';
import type { Essay } from '#contract/essay.ts';
import { renderArticle } from '#markdown/article.ts';
import { escapeAttribute } from '#markdown/html/escape.ts';
import { imageBook } from '#markdown/images/imageBook.ts';
import { renderEssay } from '#markdown/renderEssay.ts';
import { textDirection } from '#markdown/textDirection.ts';
import { type PageFile, type ReadyImage, withOwnImages } from '../images/readyImages.ts';
import type { Drawings } from '../packed.ts';
import { headMetadata } from './headMetadata.ts';
import { structuredData } from './structuredData.ts';

/** The four ways an essay becomes HTML. */
export type HtmlForm = 'html' | 'html-folder' | 'html-plain' | 'html-fragment';

export interface PageOptions {
  /** The page's stylesheet with its fonts inlined; see pageStyle. */
  readonly style: string;
  /** Named in the head only; '' for none. */
  readonly author?: string;
  /** The images that the essay shows. */
  readonly images?: readonly ReadyImage[];
  /** What its diagrams were drawn as. */
  readonly drawings?: Drawings;
}

export interface HtmlFiles {
  readonly page: string;
  /** What the page asks for, beside it; none for one that needs nothing else. */
  readonly files: readonly PageFile[];
}

/**
 * An essay as HTML. `html` is one file that needs nothing else; `html-folder` has its style and images in files beside
 * it; `html-plain` is a whole page without a style; `html-fragment` is the text alone, for another page. No script runs in
 * any and nothing is asked of another server. The article is the preview's, byte for byte, but for the addresses of
 * images in the first.
 */
export function htmlFiles(essay: Essay, form: HtmlForm, options: PageOptions): HtmlFiles {
  const { images = [], drawings = {} } = options;
  const image = imageBook(images, essay.origin?.images);
  const rendered = renderEssay(essay.body, { image, diagram: (source) => drawings[source] });
  const files = images.flatMap((each) => each.files);
  if (form === 'html-fragment') return { page: rendered.html, files };
  const article = renderArticle(essay, rendered, image);
  const cover = image(essay.coverImage)?.address ?? '';
  const page = (text: string, head: readonly string[], shown: string) =>
    document(essay, options.author?.trim() ?? '', text, head, shown);
  if (form === 'html-plain') return { page: page(article, [policyTag(lenient)], cover), files };
  if (form === 'html-folder') {
    const style = styleFile(options.style);
    const link = `<link rel="stylesheet" href="${style.path}">`;
    return { page: page(article, [policyTag(lenient), link], cover), files: [style, ...files] };
  }
  const style = `<style>\n${options.style.replace(/<\/(?=style)/gi, '<\\/')}\n</style>`;
  const whole = withOwnImages(article, images);
  return { page: page(whole, [policyTag(strict), style], ''), files: [] };
}

function document(
  essay: Essay,
  author: string,
  article: string,
  [policy, ...style]: readonly string[],
  cover: string,
): string {
  const language = essay.language || 'en';
  return [
    '<!doctype html>',
    `<html lang="${escapeAttribute(language)}" dir="${textDirection(language)}">`,
    '<head>',
    '<meta charset="utf-8">',
    policy,
    '<meta name="viewport" content="width=device-width, initial-scale=1">',
    ...headMetadata(essay, { author, cover }),
    `<script type="application/ld+json">${structuredData(essay, { author, cover })}</script>`,
    ...style,
    '</head>',
    '<body>',
    '<main>',
    article,
    '</main>',
    '</body>',
    '</html>',
    '',
  ].join('\n');
}

function styleFile(style: string): PageFile {
  const hash = createHash('sha256').update(style).digest('hex').slice(0, 8);
  return { path: `style/page.${hash}.css`, content: style };
}

function policyTag(policy: string): string {
  return `<meta http-equiv="Content-Security-Policy" content="${policy}">`;
}

/** Allows what is in the file and nothing else. Structured data is not a script that runs, so it needs no leave. */
const strict = [
  "default-src 'none'",
  "style-src 'unsafe-inline'",
  'img-src data:',
  'font-src data:',
  "base-uri 'none'",
  "form-action 'none'",
].join('; ');

/** A page opened from a disk has no origin to name, so what stands beside it is not held to one. */
const lenient = [
  "script-src 'none'",
  "connect-src 'none'",
  "object-src 'none'",
  "frame-src 'none'",
  "base-uri 'none'",
  "form-action 'none'",
].join('; ');

import { escapeText } from './html/escape.ts';
import { filterTree } from './html/filterTree.ts';
import { parseWithin } from './html/parseWithin.ts';
import type { FindImage } from './images/pageImage.ts';

export interface CleaningOptions {
  /** The image that a source as written stands for, or undefined when it is not at hand. */
  readonly image?: FindImage;
  /** Whether an SVG, as it is written out, is one of the page's own drawings. No other is kept. */
  readonly isDrawing?: (svg: string) => boolean;
}

/**
 * HTML that can run nothing and ask the network for nothing, made by an allow list: what is not known to be harmless is
 * unwrapped or dropped. The result is balanced, and cleaning it again changes nothing, so a browser builds from it the
 * very tree that was checked. Markup no browser would nest (hundreds of levels) is shown as its source instead.
 */
export function cleanHtml(html: string, options: CleaningOptions = {}): string {
  let clean = html;
  // Unwrapping an element can put two others together that no parser would, hence the further passes.
  for (let pass = 0; pass < 4; pass++) {
    const again = cleanOnce(clean, options);
    if (again === null) break;
    if (again === clean) return clean;
    clean = again;
  }
  return asSource(html);
}

function cleanOnce(html: string, options: CleaningOptions): string | null {
  const tree = parseWithin(html);
  if (!tree) return null;
  const { image = () => undefined, isDrawing = () => false } = options;
  return filterTree(tree, { image, isDrawing });
}

/** The markup itself, to be read. In the form that comes out of a parser as it went in. */
function asSource(html: string): string {
  // biome-ignore lint/suspicious/noControlCharactersInRegex: a parser drops NUL from text.
  const text = html.replace(/\r\n?/g, '\n').replace(/\u0000/g, '\ufffd');
  return `<pre>${text.startsWith('\n') ? '\n' : ''}${escapeText(text)}</pre>`;
}

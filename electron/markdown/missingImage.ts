import { escapeAttribute, escapeText } from './html/escape.ts';
import { isWebAddress, safeLink } from './safeUrl.ts';

interface MissingImage {
  /** The source as written. */
  readonly source: string;
  readonly alt: string;
  /** Inside a link no second link can stand, so the label is plain there. */
  readonly insideLink: boolean;
}

/**
 * What stands in for an image that is not at hand, as HTML, so that a page never asks the network: a link to an image
 * of the web, a label for any other. Named by its alternative text, else by its file's name.
 */
export function missingImage({ source, alt, insideLink }: MissingImage): string {
  const label = escapeText(alt.trim() || fileName(source) || 'image');
  const href = isWebAddress(source.trim()) && !insideLink ? safeLink(source) : null;
  return href === null
    ? `<span class="missing-image">${label}</span>`
    : `<a class="missing-image" href="${escapeAttribute(href)}">${label}</a>`;
}

function fileName(source: string): string {
  if (/^\s*data:/i.test(source)) return '';
  const path = source.trim().replace(/[?#].*$/s, '');
  const name = path.slice(path.search(/[^/\\]*$/)).slice(0, 200);
  try {
    return decodeURIComponent(name);
  } catch {
    return name;
  }
}

/**
 * The href as it may stand in a page, or null when it must not: http, https, mailto, tel and xmpp addresses, relative
 * ones and `#fragments` pass. Every other scheme is refused, and so are `//host` and `\\host`, which a page opened from
 * a disk would take for another machine's files. Follows the URL standard in what a browser ignores before it looks.
 */
export function safeLink(href: string): string | null {
  const address = withoutIgnored(href);
  if (hasControl(address) || /^[/\\]{2}/.test(address)) return null;
  const scheme = /^([^/?#:]*):/.exec(address)?.[1];
  if (scheme !== undefined && !linkSchemes.has(scheme.toLowerCase())) return null;
  return scheme === undefined && hidesScript(address) ? null : address;
}

/** The source as it may stand in an image: a data URI of a bitmap in base64, else null. SVG is refused: it is a document. */
export function safeImage(source: string): string | null {
  const address = source.replace(/\s+/g, '');
  return bitmap.test(address) ? address : null;
}

/** True for an absolute http or https address. */
export function isWebAddress(href: string): boolean {
  return /^https?:\/\/[^/?#\\]/i.test(href);
}

const linkSchemes = new Set(['http', 'https', 'mailto', 'tel', 'xmpp']);

const bitmap = /^data:image\/(?:png|jpe?g|gif|webp|avif|bmp);base64,[a-z0-9+/]+={0,2}$/i;

/** Drops what the URL standard drops: controls and spaces around the address, tabs and line breaks anywhere. */
function withoutIgnored(href: string): string {
  return href.replace(/[\t\n\r]+/g, '').replace(edges, '');
}

// biome-ignore lint/suspicious/noControlCharactersInRegex: the URL standard names them.
const edges = /^[\u0000-\u0020]+|[\u0000-\u0020]+$/g;

/** Characters that are invisible in an address and so only ever hide what it is. */
function hasControl(address: string): boolean {
  // biome-ignore lint/suspicious/noControlCharactersInRegex: these are what is looked for.
  return /[\u0000-\u001f\u007f-\u009f\u200b-\u200f\u2028-\u202e\u2060-\u2069\ufeff]/.test(address);
}

/** A relative address that turns into a script's once a server or a router decodes it. */
function hidesScript(address: string): boolean {
  const opening = address
    .slice(0, 200)
    .replace(/%([0-9a-f]{2})/gi, (_, hex: string) => String.fromCharCode(Number.parseInt(hex, 16)))
    // biome-ignore lint/suspicious/noControlCharactersInRegex: decoded controls hide the scheme's name.
    .replace(/[\u0000-\u0020]+/g, '');
  return /^(?:javascript|vbscript|data|file|blob):/i.test(opening);
}

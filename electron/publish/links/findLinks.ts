import { embedOf, embedPattern, embedSources } from '#markdown/images/embed.ts';
import { proseOnly } from '../source/proseOnly.ts';

/** A place in a Markdown source that may lead to another essay. */
export type EssayLink =
  /** `[[name]]`, `[[name#section|text]]`; [from, to) is all of it. */
  | {
      readonly kind: 'wiki';
      readonly name: string;
      readonly section: string;
      readonly text: string;
      readonly from: number;
      readonly to: number;
    }
  /** The address of a link, an image aside: [from, to) is the address alone, its angle brackets included. */
  | {
      readonly kind: 'address';
      readonly address: string;
      readonly from: number;
      readonly to: number;
    };

/** Wiki links and addresses in a source, in order; what stands in code is none. `prose` is its text without code, where that is known. */
export function findLinks(source: string, prose?: string): EssayLink[] {
  if (likelyLinks(source).length === 0) return [];
  return linksIn(prose ?? proseOnly(source).text, source);
}

/** The address of an image in a source: [from, to) is what `written` stands in place of, given another address. */
export interface ImageLink {
  /** What the image may be called, the likeliest first. */
  readonly sources: readonly string[];
  /** Whether it is written `![[…]]`. */
  readonly isEmbed: boolean;
  readonly from: number;
  readonly to: number;
  readonly written: (address: string) => string;
}

/** The addresses of images in a source, and of definitions; what stands in code is none. */
export function findImages(source: string): ImageLink[] {
  if (!/!\[|<img/i.test(source)) return [];
  const { text } = proseOnly(source);
  return [...embedded(text), ...addressed(text)];
}

function embedded(text: string): ImageLink[] {
  return [...text.matchAll(embeds)].map((found) => {
    const { address, alt } = embedOf(found);
    const from = found.index;
    const written = (other: string) => `![${alt}](${other})`;
    const to = from + found[0].length;
    return { sources: embedSources(address), isEmbed: true, from, to, written };
  });
}

const embeds = new RegExp(embedPattern, 'gi');

function addressed(text: string): ImageLink[] {
  return [...text.matchAll(images)].flatMap((found) => {
    const written = found.groups?.address ?? '';
    const to = found.index + found[0].length;
    // The address of a link is one of an image where what it is called ends so.
    if (found[0].startsWith(']') && !isImage(text, found.index)) return [];
    const address = written.startsWith('<') ? written.slice(1, -1) : written;
    const from = to - written.length;
    return [{ sources: [address], isEmbed: false, from, to, written: (other: string) => other }];
  });
}

/** Inline images, definitions, and raw HTML, up to the end of the address. */
const images =
  /(?:\]\([ \t]*|^ {0,3}\[(?!\^)[^\]\n]+\]:[ \t]*\n?[ \t]*|<img\s(?:[^<>]*?\s)?src=["']?)(?<address><[^<>\n]*>|[^\s()<>"']+(?:\([^\s()<>]*\)[^\s()<>"']*)*)/gim;

/** What `findLinks` finds, and what looks the same in code: found in far less time than it takes to tell code from text. */
export function likelyLinks(source: string): EssayLink[] {
  return mayLink.test(source) ? linksIn(source, source) : [];
}

const mayLink = /\[\[|\]\(|\]:|href=/i;

function linksIn(text: string, source: string): EssayLink[] {
  return [...wikiLinks(text, source), ...addresses(text)].sort((a, b) => a.from - b.from);
}

function wikiLinks(text: string, source: string): EssayLink[] {
  if (!text.includes('[[')) return [];
  return [...text.matchAll(wiki)].map((found) => {
    const [whole, name = '', section = '', shown = ''] = found;
    const from = found.index;
    const to = from + whole.length;
    // Code in the text shown is blank in the prose.
    const shownFrom = to - 2 - shown.length;
    return {
      kind: 'wiki',
      name: name.trim(),
      section: section.trim(),
      text: source.slice(shownFrom, to - 2).trim(),
      from,
      to,
    };
  });
}

/** Not after a backslash or an exclamation mark, not the text of a link, and not a table of contents. In a table the bar stands after a backslash. */
const wiki =
  /(?<![\\!])\[\[(?!toc\]\])([^[\]|#\\\n]+)(?:#([^[\]|\\\n]+))?(?:\\?\|([^[\]\n]+))?\]\](?![([])/gi;

function addresses(text: string): EssayLink[] {
  return addressPatterns.flatMap(({ sign, pattern }) => {
    if (!sign.test(text)) return [];
    return [...text.matchAll(pattern)].flatMap((found): EssayLink[] => {
      const written = found[2]!;
      const from = found.index + found[1]!.length;
      if (isImage(text, found.index)) return [];
      const address = written.startsWith('<') ? written.slice(1, -1) : written;
      return [{ kind: 'address', address, from, to: from + written.length }];
    });
  });
}

/**
 * Inline links, definitions, and raw HTML. Each: what stands before the address, the address; and what is looked for
 * first, as it is found many times as fast and most texts have only the first of them.
 */
const addressPatterns = [
  {
    sign: /\]\(/,
    pattern: /(\]\([ \t]*)(<[^<>\n]*>|[^\s()<>]+(?:\([^\s()<>]*\)[^\s()<>]*)*)/g,
  },
  {
    sign: /\]:/,
    pattern: /(^ {0,3}\[(?!\^)[^\]\n]+\]:[ \t]*\n?[ \t]*)(<[^<>\n]*>|[^\s<]\S*)/gm,
  },
  {
    sign: /<a\s/i,
    pattern: /(<a\s(?:[^<>]*?\s)?href=["'])([^"'<>\s]+)(?=["'])/gi,
  },
];

/** Whether the `]` at a place ends what an image is called. */
function isImage(text: string, at: number): boolean {
  if (text.charAt(at) !== ']') return false;
  let depth = 0;
  for (let place = at; place >= 0 && at - place < 2_000; place--) {
    const char = text.charAt(place);
    if (char === ']') depth++;
    if (char === '[' && --depth === 0) return text.charAt(place - 1) === '!';
  }
  return false;
}

import { droppedElements } from '../html/elements.ts';

/** A tag of raw HTML that may pair with one elsewhere. */
export interface RawTag {
  readonly name: string;
  readonly closes: boolean;
}

export interface RawHtml {
  /** The HTML with what would swallow the text after it shown as text: unfinished tags and comments, and elements that go with their content but do not end here. Instructions and CDATA are gone. */
  readonly sealed: string;
  /** Tags in order, without void elements. */
  readonly tags: readonly RawTag[];
  /** The first element when it also ends here: where its name ends in `sealed`, and its lines, from 0. */
  readonly firstElement: FirstElement | null;
}

interface FirstElement {
  readonly nameEnd: number;
  readonly line: number;
  readonly lines: number;
}

interface Span {
  readonly from: number;
  readonly to: number;
}

type PlacedTag = RawTag & Span;

/** Reads the tags of one piece of raw HTML, in time linear in its length. */
export function readRawHtml(html: string): RawHtml {
  const { placed, asText, unseen } = scan(html);
  const shown = new Set(unclosedDropped(placed).map((tag) => tag.from));
  const cuts = [
    ...[...asText, ...shown].map((at) => ({ from: at, to: at + 1, put: '&lt;' })),
    ...unseen.map((span) => ({ ...span, put: '' })),
  ].sort((a, b) => a.from - b.from);
  const tags = placed.filter((tag) => !voidElements.has(tag.name) && !shown.has(tag.from));
  return {
    sealed: replaceSpans(html, cuts),
    tags,
    firstElement: cuts.length === 0 ? findFirstElement(html, placed) : null,
  };
}

/** Of tags in order, the openings of elements that the cleaner drops with their content and that nothing closes. */
export function unclosedDropped<T extends RawTag>(tags: readonly T[]): T[] {
  const open = new Map<string, T[]>();
  for (const tag of tags) {
    if (!droppedElements.has(tag.name) || voidElements.has(tag.name)) continue;
    const same = open.get(tag.name) ?? [];
    if (tag.closes) same.pop();
    else same.push(tag);
    open.set(tag.name, same);
  }
  return [...open.values()].flat();
}

/** A tag with its attributes, a comment or a declaration, each to its end; last, what only CommonMark knows: `<?…?>` and CDATA. */
const markup =
  /<(?:(\/?)([a-zA-Z][^\s/<>]*)(?:"[^"]*"|'[^']*'|[^"'<>])*>|!--(?:-?>|[\s\S]*?--!?>)|![a-zA-Z][^>]*>|(\?[\s\S]*?\?>|!\[CDATA\[[\s\S]*?\]\]>))/y;

/** Failed attempts to read a tag before the rest is taken for text, which keeps the reading linear. */
const mostUnfinished = 50;

function scan(html: string): { placed: PlacedTag[]; asText: number[]; unseen: Span[] } {
  const placed: PlacedTag[] = [];
  const unseen: Span[] = [];
  const asText: number[] = [];
  const neverClosed = new Set<string>();
  for (let at = html.indexOf('<'); at >= 0; at = html.indexOf('<', at)) {
    markup.lastIndex = at;
    const found = asText.length < mostUnfinished ? markup.exec(html) : null;
    if (!found) {
      asText.push(at++);
      continue;
    }
    const [whole, slash, written = '', instruction] = found;
    const name = written.toLowerCase();
    const to = at + whole.length;
    const closes = slash === '/';
    if (instruction) unseen.push({ from: at, to });
    if (name) placed.push({ name, closes, from: at, to });
    at = to;
    if (!closes && textElements.has(name) && !neverClosed.has(name)) {
      const end = indexOfClosing(html, name, to);
      if (end < 0) neverClosed.add(name);
      else at = end;
    }
  }
  return { placed, asText, unseen };
}

/** Elements whose content is not markup. */
const textElements = new Set('title textarea style xmp iframe noembed noframes script'.split(' '));

const voidElements = new Set(
  'area base br col embed hr img input link meta param source track wbr'.split(' '),
);

function indexOfClosing(html: string, name: string, from: number): number {
  const closing = new RegExp(`</${name}[\\s/>]`, 'gi');
  closing.lastIndex = from;
  return closing.exec(html)?.index ?? -1;
}

function replaceSpans(html: string, spans: readonly (Span & { put: string })[]): string {
  let replaced = '';
  let done = 0;
  for (const { from, to, put } of spans) {
    replaced += html.slice(done, from) + put;
    done = to;
  }
  return replaced + html.slice(done);
}

function findFirstElement(html: string, tags: readonly PlacedTag[]): FirstElement | null {
  const first = tags[0];
  if (!first || first.closes) return null;
  const nameEnd = first.from + 1 + first.name.length;
  if (voidElements.has(first.name)) return spanning(html, first.from, first.to, nameEnd);
  let depth = 0;
  for (const tag of tags) {
    if (tag.name !== first.name) continue;
    depth += tag.closes ? -1 : 1;
    if (depth === 0) return spanning(html, first.from, tag.to, nameEnd);
  }
  return null;
}

function spanning(html: string, from: number, to: number, nameEnd: number): FirstElement {
  return { nameEnd, line: countBreaks(html, 0, from), lines: countBreaks(html, from, to) + 1 };
}

function countBreaks(text: string, from: number, to: number): number {
  let breaks = 0;
  for (let at = text.indexOf('\n', from); at >= 0 && at < to; at = text.indexOf('\n', at + 1))
    breaks++;
  return breaks;
}

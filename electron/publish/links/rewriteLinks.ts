import type { EssayFacts } from '#contract/publishing.ts';
import { headingSlug } from '#markdown/page/headingText.ts';
import { detached } from '../source/detached.ts';
import { type Splice, spliceAll } from '../source/spliceAll.ts';
import { type EssayLink, findLinks, likelyLinks } from './findLinks.ts';
import type { LinkBook } from './linkBook.ts';

/** Where a link to an essay leads at a target, or '' when nothing can be said there. */
export type Href = (essay: EssayFacts) => string;

export interface LinkedSource {
  readonly source: string;
  /** What was asked for, as written, and what comes of it; see linkNow. What looks like a link in code is among them. */
  readonly links: Readonly<Record<string, string>>;
}

/**
 * A source whose links to other essays lead where those are at the target; every other character stays. A link that
 * leads to no essay there stays as it was written, and so does one that `stays` says leads there already.
 */
export function rewriteLinks(
  source: string,
  book: LinkBook,
  href: Href,
  stays: (link: EssayLink, to: EssayFacts) => boolean = () => false,
): LinkedSource {
  const links: Record<string, string> = {};
  for (const link of likelyLinks(source)) {
    const asked = askedFor(link);
    if (asked !== null) links[detached(asked)] ??= linkNow(asked, book, href);
  }
  if (Object.values(links).every((leads) => leads === '')) return { source, links };
  const splices = findLinks(source).flatMap((link) => {
    const to = link.kind === 'wiki' ? book.named(link.name) : book.at(link.address);
    return to && stays(link, to) ? [] : spliceFor(link, book, href);
  });
  return { source: spliceAll(source, splices), links };
}

function spliceFor(link: EssayLink, book: LinkBook, href: Href): Splice[] {
  const leads = whereTo(askedFor(link) ?? '', book, href);
  if (leads === '') return [];
  const { from, to } = link;
  if (link.kind === 'address') {
    return sameAddress(link.address, leads) ? [] : [{ from, to, insert: asAddress(leads) }];
  }
  const title = book.named(link.name)?.title ?? '';
  const text = (link.section ? `${title}, ${link.section}` : title) || link.name;
  return [{ from, to, insert: `[${link.text || asText(text)}](${asAddress(leads)})` }];
}

/** What comes of a link as receipts remember it: where it leads, '' for nowhere, and the title that is shown for want of words. */
export function linkNow(asked: string, book: LinkBook, href: Href): string {
  const leads = whereTo(asked, book, href);
  const name = leads === '' ? undefined : /^\[\[([^#|\]]+)[^|]*\]\]$/.exec(asked)?.[1];
  return name === undefined ? leads : `${leads} ${book.named(name)?.title}`;
}

function whereTo(asked: string, book: LinkBook, href: Href): string {
  const wiki = /^\[\[([^#|\]]+)(?:#([^|]+))?\|?\]\]$/.exec(asked);
  const essay = wiki ? book.named(wiki[1]!) : book.at(asked);
  const leads = essay ? href(essay) : '';
  if (leads === '') return '';
  const fragment = wiki ? wiki[2] && headingSlug(wiki[2]) : /#(.+)$/s.exec(asked)?.[1];
  return fragment ? `${leads}#${fragment}` : leads;
}

/** A link as receipts remember it; null for an address that can lead to no essay. */
function askedFor(link: EssayLink): string | null {
  if (link.kind === 'wiki') {
    return `[[${link.name}${link.section && `#${link.section}`}${link.text && '|'}]]`;
  }
  return /^(?:[a-z][a-z0-9+.-]*:|\/|#|\?|$)/i.test(link.address) ? null : link.address;
}

function sameAddress(written: string, leads: string): boolean {
  return written.replace(/^\.\//, '') === leads.replace(/^\.\//, '');
}

function asText(title: string): string {
  return title.replace(/[\\[\]*_`<]/g, '\\$&');
}

/** An address as Markdown has it: in angle brackets where it holds what would end it. */
function asAddress(href: string): string {
  // A command that a generator replaces by the address.
  if (href.startsWith('{%')) return href;
  return /[\s()<>]/.test(href) ? `<${href.replace(/[<>]/g, encodeURIComponent)}>` : href;
}

import { escapeAttribute, escapeText } from '#markdown/html/escape.ts';
import { textDirection } from '#markdown/textDirection.ts';
import { linkTo, type Site } from './site.ts';
import { fillTemplate } from './template.ts';

export interface FramedPage {
  readonly path: string;
  readonly language: string;
  /** The page's own tags for the head, its title first. */
  readonly head: readonly string[];
  readonly main: string;
  /** How an address inside the site is written; relative by default. */
  readonly link?: (path: string) => string;
  /** The style sheets and the icon's address of a page that asks for no file of the site. */
  readonly own?: { readonly style: string; readonly icon: string };
}

/** A page of the site in its template. */
export function framePage(site: Site, page: FramedPage): string {
  const { target } = site;
  const link = page.link ?? ((path: string) => linkTo(page.path, path));
  const language = page.language || 'en';
  const isIndex = page.path === 'index.html';
  const heading = escapeText(headingOf(site));
  return fillTemplate(site.template, {
    language: escapeAttribute(language),
    direction: textDirection(language),
    head: [
      '<meta charset="utf-8">',
      '<meta name="viewport" content="width=device-width, initial-scale=1">',
      `<meta http-equiv="Content-Security-Policy" content="${policy}">`,
      ...page.head,
      ...(page.own
        ? [`<style>\n${page.own.style}\n</style>`]
        : sheets.map((path) => `<link rel="stylesheet" href="${link(path)}">`)),
      `<link rel="icon" href="${page.own?.icon ?? link('favicon.svg')}" type="image/svg+xml">`,
      ...feedLinks(site),
    ].join('\n'),
    heading: isIndex ? '' : `<a href="${link('index.html')}">${heading}</a>`,
    navigation: navigation(site, link),
    main: page.main.replace(/\n$/, ''),
    footer: target.author.trim()
      ? `<p class="site-author">${escapeText(target.author.trim())}</p>`
      : '',
  });
}

/** The style sheets of every page, in their order. */
export const sheets: readonly string[] = ['style/page.css', 'style/site.css'];

/** What the site calls itself. */
export function headingOf({ target }: Site): string {
  return target.site.heading.trim() || target.author.trim() || 'Essays';
}

/** No script runs in any page, whatever is in it; a page opened from a disk has no origin to name, so styles are not held to one. */
const policy =
  "script-src 'none'; object-src 'none'; frame-src 'none'; base-uri 'none'; form-action 'none'";

function feedLinks(site: Site): string[] {
  const title = escapeAttribute(headingOf(site));
  if (site.target.baseUrl === '') return [];
  return feeds.map(
    ({ path, type }) =>
      `<link rel="alternate" type="${type}" title="${title}" href="${site.url(path)}">`,
  );
}

/** The site's feeds, and how a reader knows them. */
const feeds = [
  { path: 'atom.xml', type: 'application/atom+xml', name: 'Atom' },
  { path: 'rss.xml', type: 'application/rss+xml', name: 'RSS' },
  { path: 'feed.json', type: 'application/feed+json', name: 'JSON' },
] as const;

function navigation(site: Site, link: (path: string) => string): string {
  const links = [
    ...(site.tags.size > 0 ? [`<a href="${link('tags/index.html')}">Tags</a>`] : []),
    ...(site.target.baseUrl ? [`<a href="${link('atom.xml')}">Feed</a>`] : []),
  ];
  return links.length > 0 ? `<nav aria-label="Site">${links.join(' ')}</nav>` : '';
}

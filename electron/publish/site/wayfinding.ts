import { escapeText } from '#markdown/html/escape.ts';
import { framePage, headingOf } from './frame.ts';
import { headOf } from './listPages.ts';
import type { Site } from './site.ts';

/** The sitemap of all pages; essays with the day they were last changed. */
export function sitemap(site: Site): string {
  const url = (path: string, changed = '') =>
    `<url><loc>${escapeText(site.url(path))}</loc>${changed && `<lastmod>${changed}</lastmod>`}</url>`;
  const pages = [
    url('index.html'),
    ...site.essays.map((essay) => url(site.pathOf.get(essay.id)!, essay.updatedAt.slice(0, 10))),
    ...(site.tags.size > 0 ? [url('tags/index.html')] : []),
    ...[...site.tags.values(), ...site.series.values()].map(({ path }) => url(path)),
  ];
  return [
    '<?xml version="1.0" encoding="utf-8"?>',
    '<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">',
    ...pages,
    '</urlset>',
    '',
  ].join('\n');
}

export function robots(site: Site): string {
  const map = site.url('sitemap.xml');
  return `User-agent: *\nAllow: /\n${map && `Sitemap: ${map}\n`}`;
}

/** A server shows it at any address, so its own links start at the root of the site. */
export function notFoundPage(site: Site): string {
  const base = URL.parse(site.target.baseUrl)?.pathname.replace(/\/+$/, '') ?? '';
  const link = (path: string) => `${base}/${path}`;
  return framePage(site, {
    path: '404.html',
    language: '',
    head: headOf(site, `Not found – ${headingOf(site)}`, '', '').filter(
      (tag) => !tag.includes('og:') && !tag.includes('canonical'),
    ),
    main: `<div class="listing">\n<header>\n<h1>Nothing is here</h1>\n<p class="introduction">The page may have moved. <a href="${link('index.html')}">All essays</a> are on the first page.</p>\n</header>\n</div>\n`,
    link,
  });
}

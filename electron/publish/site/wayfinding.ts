import { escapeText } from '#markdown/html/escape.ts';
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

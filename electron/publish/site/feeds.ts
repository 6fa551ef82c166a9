import type { EssayFacts } from '#contract/publishing.ts';
import { isoTime } from '#markdown/frontMatter/isoTime.ts';
import { oneLine, shownDate } from '../presets/usualValue.ts';
import { headingOf } from './frame.ts';
import type { Site } from './site.ts';

/** An essay in a feed, its body with full addresses. */
export interface FeedEntry {
  readonly essay: EssayFacts;
  readonly url: string;
  readonly html: string;
}

/** Atom, RFC 4287. */
export function atomFeed(site: Site, entries: readonly FeedEntry[]): string {
  const author = `<author><name>${xml(site.target.author.trim() || headingOf(site))}</name></author>`;
  const items = entries.map(({ essay, url, html }) =>
    [
      '<entry>',
      `<id>urn:uuid:${essay.id}</id>`,
      `<title>${xml(titleOf(essay))}</title>`,
      `<link rel="alternate" type="text/html" href="${xml(url)}"/>`,
      `<published>${rfc3339(shownDate(essay))}</published>`,
      `<updated>${rfc3339(essay.updatedAt)}</updated>`,
      ...essay.tags.map((tag) => `<category term="${xml(tag)}"/>`),
      ...(summaryOf(essay) ? [`<summary>${xml(summaryOf(essay))}</summary>`] : []),
      `<content type="html">${xml(html)}</content>`,
      '</entry>',
    ].join('\n'),
  );
  return [
    '<?xml version="1.0" encoding="utf-8"?>',
    '<feed xmlns="http://www.w3.org/2005/Atom">',
    `<id>${xml(site.url('index.html'))}</id>`,
    `<title>${xml(headingOf(site))}</title>`,
    ...(introductionOf(site) ? [`<subtitle>${xml(introductionOf(site))}</subtitle>`] : []),
    `<updated>${rfc3339(newest(entries))}</updated>`,
    author,
    `<link rel="self" type="application/atom+xml" href="${xml(site.url('atom.xml'))}"/>`,
    `<link rel="alternate" type="text/html" href="${xml(site.url('index.html'))}"/>`,
    ...items,
    '</feed>',
    '',
  ].join('\n');
}

/** RSS 2.0, with whole essays as `content:encoded`. */
export function rssFeed(site: Site, entries: readonly FeedEntry[]): string {
  const items = entries.map(({ essay, url, html }) =>
    [
      '<item>',
      `<title>${xml(titleOf(essay))}</title>`,
      `<link>${xml(url)}</link>`,
      `<guid isPermaLink="false">urn:uuid:${essay.id}</guid>`,
      `<pubDate>${rfc822(shownDate(essay))}</pubDate>`,
      ...essay.tags.map((tag) => `<category>${xml(tag)}</category>`),
      ...(summaryOf(essay) ? [`<description>${xml(summaryOf(essay))}</description>`] : []),
      `<content:encoded>${xml(html)}</content:encoded>`,
      '</item>',
    ].join('\n'),
  );
  return [
    '<?xml version="1.0" encoding="utf-8"?>',
    '<rss version="2.0" xmlns:atom="http://www.w3.org/2005/Atom" xmlns:content="http://purl.org/rss/1.0/modules/content/">',
    '<channel>',
    `<title>${xml(headingOf(site))}</title>`,
    `<link>${xml(site.url('index.html'))}</link>`,
    `<description>${xml(introductionOf(site) || headingOf(site))}</description>`,
    `<lastBuildDate>${rfc822(newest(entries))}</lastBuildDate>`,
    `<atom:link rel="self" type="application/rss+xml" href="${xml(site.url('rss.xml'))}"/>`,
    ...items,
    '</channel>',
    '</rss>',
    '',
  ].join('\n');
}

/** JSON Feed 1.1. */
export function jsonFeed(site: Site, entries: readonly FeedEntry[]): string {
  const author = site.target.author.trim();
  const feed = {
    version: 'https://jsonfeed.org/version/1.1',
    title: headingOf(site),
    description: introductionOf(site) || undefined,
    home_page_url: site.url('index.html'),
    feed_url: site.url('feed.json'),
    authors: author ? [{ name: author }] : undefined,
    items: entries.map(({ essay, url, html }) => ({
      id: `urn:uuid:${essay.id}`,
      url,
      title: titleOf(essay),
      summary: summaryOf(essay) || undefined,
      content_html: html,
      date_published: rfc3339(shownDate(essay)),
      date_modified: rfc3339(essay.updatedAt),
      tags: essay.tags.length > 0 ? essay.tags : undefined,
      language: essay.language || undefined,
    })),
  };
  return `${JSON.stringify(feed, null, 1)}\n`;
}

function titleOf({ title }: EssayFacts): string {
  return title.trim() || 'Untitled';
}

function summaryOf({ excerpt }: EssayFacts): string {
  return oneLine(excerpt);
}

function introductionOf({ target }: Site): string {
  return oneLine(target.site.introduction);
}

function newest(entries: readonly FeedEntry[]): string {
  return entries
    .map(({ essay }) => essay.updatedAt)
    .reduce((a, b) => (Date.parse(a) >= Date.parse(b) ? a : b), '1970-01-01T00:00:00Z');
}

function rfc3339(time: string): string {
  return isoTime(time) ?? '1970-01-01T00:00:00Z';
}

function rfc822(time: string): string {
  const date = new Date(Date.parse(time) || 0);
  return date.toUTCString().replace('GMT', '+0000');
}

/** Text in XML 1.0, which has no control characters at all. */
function xml(text: string): string {
  return (
    text
      // biome-ignore lint/suspicious/noControlCharactersInRegex: these are what XML cannot hold.
      .replace(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/g, '')
      .toWellFormed()
      .replace(/[&<>"]/g, (character) => entities[character]!)
  );
}

const entities: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
};

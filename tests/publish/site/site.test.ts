import { readdirSync, readFileSync } from 'node:fs';
import { posix } from 'node:path';
import { FileSystemConfigLoader, HtmlValidate } from 'html-validate';
import { parse } from 'parse5';
import { beforeAll, describe, expect, test } from 'vitest';
import type { Essay } from '#contract/essay.ts';
import { readMarkdownFile } from '#import/readMarkdownFile.ts';
import { renderArticle } from '#markdown/article.ts';
import { renderEssay } from '#markdown/renderEssay.ts';
import { readSiteParts } from '#publish/site/siteParts.ts';
import { essayWith } from '../../export/essayWith.ts';
import { published } from '../published.ts';

const parts = readSiteParts('resources');
const samples: Partial<Essay>[] = readdirSync('resources/samples')
  .filter((name) => name.endsWith('.md'))
  .map((name) => readMarkdownFile(readFileSync(`resources/samples/${name}`), name).essay);
const essays: Partial<Essay>[] = [
  ...samples,
  {
    slug: 'on-links',
    title: 'Tom & "Jerry" <b>',
    tags: ['C++', 'C#', 'web & more'],
    series: 'Night Shift',
    seriesPlace: 9,
    createdAt: '2026-05-01T00:00:00Z',
    body: 'See [[The Lease That Outlived Its Owner#The second hour: two workers, one job|the night]] and [this](what-it-cost-to-leave.md).\n\n## Main\n\n[^1] and <span title="a > b">x</span>, code `href="x"`.\n\n[^1]: Note.\n',
  },
  { slug: 'arabic', title: 'مقالة', language: 'ar', tags: [], excerpt: 'نص', body: 'كلمات.\n' },
  { slug: '日本', title: '', language: 'ja', body: '漢字。\n' },
];
const target = {
  kind: 'site',
  author: 'Ada Löwe',
  baseUrl: 'https://example.com/notes/',
  site: {
    heading: 'Notes from the night shift',
    introduction: 'What breaks, & why.',
    template: '',
  },
} as const;

let files: Record<string, string>;
beforeAll(async () => {
  files = await published(target, essays, parts);
});
const pages = () => Object.entries(files).filter(([path]) => path.endsWith('.html'));

test('has a page for every essay, tag and series, and all a reader or a machine asks for', () => {
  const paths = Object.keys(files);
  expect(paths.filter((path) => path.startsWith('essays/'))).toHaveLength(essays.length);
  expect(paths).toEqual(
    expect.arrayContaining([
      'index.html',
      'tags/index.html',
      'tags/incidents.html',
      'tags/cplusplus.html',
      'tags/csharp.html',
      'series/night-shift.html',
      'atom.xml',
      'rss.xml',
      'feed.json',
      'sitemap.xml',
      'robots.txt',
      '404.html',
      'favicon.svg',
      'style/page.css',
      'style/site.css',
    ]),
  );
  expect(paths.filter((path) => path.endsWith('.woff2')).length).toBeGreaterThan(3);
});

test('the index has the heading, what the author writes about, and each essay, newest first', () => {
  const index = files['index.html']!;
  expect(index).toContain('<h1>Notes from the night shift</h1>');
  expect(index).toContain('<p class="introduction">What breaks, &amp; why.</p>');
  const dates = [...index.matchAll(/<time datetime="([^"]*)"/g)].map(([, date]) => date!);
  expect(dates).toHaveLength(essays.length);
  expect(dates).toEqual([...dates].sort().reverse());
  const lease = /<article class="entry">\n<h2><a href="essays\/the-lease[\s\S]*?<\/article>/.exec(
    index,
  )![0];
  expect(lease).toContain('12 March 2026');
  expect(lease).toMatch(/\d+ min read/);
  expect(lease).toContain('<a href="tags/incidents.html">incidents</a>');
  expect(lease).toContain('At 04:12 a queue that should have been nearly empty');
});

test('an essay’s article is the preview’s, byte for byte', () => {
  for (const said of samples) {
    const essay = essayWith(said);
    const page = files[`essays/${essay.slug}.html`]!;
    expect(page).toContain(renderArticle(essay, renderEssay(essay.body)));
  }
});

test('an essay leads to its neighbours in a series, and to the essays it speaks of', () => {
  const page = files['essays/on-links.html']!;
  expect(page).toContain(
    '<a href="the-lease-that-outlived-its-owner.html#the-second-hour-two-workers-one-job">the night</a>',
  );
  expect(page).toContain('<a href="what-it-cost-to-leave.html">this</a>');
  expect(page).toMatch(/<a rel="prev" href="[^"]+\.html">/);
  expect(page).toContain('<a href="../series/night-shift.html">Night Shift</a>');
});

test('every address inside the site leads to a file of it, also on a disk', () => {
  for (const [path, html] of pages()) {
    if (path === '404.html') continue;
    for (const [, href = ''] of html.matchAll(/<(?:a|link)\s[^<>]*?href="([^"]*)"/g)) {
      if (/^(?:https?:|mailto:|#)/.test(href)) continue;
      const to = posix.join(posix.dirname(path), decodeURIComponent(href.replace(/#.*/, '')));
      expect(Object.keys(files), `${path} links to ${href}`).toContain(to);
    }
  }
});

test('what is shown at any address has its style in it, and full addresses', () => {
  const page = files['404.html']!;
  expect(page).not.toContain('rel="stylesheet"');
  expect(page).toContain(files['style/site.css']!.trim());
  expect(page).toContain('<a href="https://example.com/notes/">All essays</a>');
  expect(page).toMatch(
    /src: url\("style\/fonts\/[\w-]+\.woff2"\) format\("woff2"\), url\("\/notes\/style\/fonts\//,
  );
});

test('every fragment leads to a place on its page', () => {
  for (const [path, html] of pages()) {
    for (const [, href = ''] of html.matchAll(/<a\s[^<>]*?href="([^"]*#[^"]*)"/g)) {
      if (/^https?:/.test(href)) continue;
      const [file = '', fragment = ''] = href.split('#');
      const to = file ? posix.join(posix.dirname(path), decodeURIComponent(file)) : path;
      expect(files[to], `${path} links to ${href}`).toContain(
        ` id="${decodeURIComponent(fragment)}"`,
      );
    }
  }
});

test('every page is valid HTML', async () => {
  const validator = new HtmlValidate(
    new FileSystemConfigLoader({
      root: true,
      extends: ['html-validate:standard'],
      rules: {
        // How the renderer writes, which HTML allows.
        'doctype-style': 'off',
        'attr-quotes': 'off',
        'no-inline-style': 'off',
        'long-title': 'off',
        'no-trailing-whitespace': 'off',
        // A colon keeps the studio's own ids apart from those of headings.
        'valid-id': ['error', { relaxed: true }],
        // The alignment of a table's cells is the renderer's to say.
        'no-deprecated-attr': 'off',
      },
    }),
  );
  const said: string[] = [];
  for (const [path, html] of pages()) {
    parse(html, {
      onParseError: ({ code, startLine }) => said.push(`${path}:${startLine} ${code}`),
    });
    const report = await validator.validateString(html, path);
    for (const { messages } of report.results) {
      for (const { ruleId, line, message } of messages)
        said.push(`${path}:${line} ${ruleId}: ${message}`);
    }
  }
  expect(said).toEqual([]);
});

test('no page runs a script or asks the network for anything', () => {
  for (const [path, html] of pages()) {
    expect(html, path).not.toMatch(
      /<script(?! type="application\/ld\+json")|<img|<iframe|src="http|@import/,
    );
    expect(html, path).toContain("script-src 'none'");
  }
  expect(files['style/page.css']! + files['style/site.css']).not.toMatch(/https?:/);
});

describe('feeds', () => {
  test('hold the ten newest, whole, with full addresses only', () => {
    const feed = JSON.parse(files['feed.json']!);
    expect(feed).toMatchObject({
      version: 'https://jsonfeed.org/version/1.1',
      title: 'Notes from the night shift',
      home_page_url: 'https://example.com/notes/',
      feed_url: 'https://example.com/notes/feed.json',
      authors: [{ name: 'Ada Löwe' }],
    });
    expect(feed.items).toHaveLength(Math.min(10, essays.length));
    for (const { content_html, url } of feed.items) {
      expect(url).toMatch(/^https:\/\/example\.com\/notes\/essays\/[^ ]+\.html$/);
      for (const [, href] of content_html.matchAll(/<a\s[^<>]*?href="([^"]*)"/g)) {
        expect(href).toMatch(/^(?:https?|mailto):/);
      }
    }
    const links = feed.items.find(({ url }: { url: string }) => url.includes('on-links'));
    expect(links.content_html).toContain(
      'href="https://example.com/notes/essays/what-it-cost-to-leave.html"',
    );
    expect(links.content_html).toContain('<code>href="x"</code>');
  });

  test('Atom says id, title, updated, author and self; RSS has RFC 822 dates and lasting ids', () => {
    const atom = files['atom.xml']!;
    expect(atom).toContain('<id>https://example.com/notes/</id>');
    expect(atom).toContain(
      '<link rel="self" type="application/atom+xml" href="https://example.com/notes/atom.xml"/>',
    );
    expect(atom).toContain('<author><name>Ada Löwe</name></author>');
    expect(atom.match(/<updated>\d{4}-\d\d-\d\dT[\d:.]+Z<\/updated>/g)!.length).toBe(
      Math.min(10, essays.length) + 1,
    );
    const rss = files['rss.xml']!;
    expect(rss).toMatch(
      /<pubDate>[A-Z][a-z]{2}, \d\d [A-Z][a-z]{2} \d{4} \d\d:\d\d:\d\d \+0000<\/pubDate>/,
    );
    expect(rss).toContain('<guid isPermaLink="false">urn:uuid:');
    for (const xml of [atom, rss, files['sitemap.xml']!]) expect(unbalanced(xml)).toEqual([]);
  });

  test('are left out where the site’s address is not known', async () => {
    const bare = await published({ ...target, baseUrl: '' }, essays, parts);
    expect(Object.keys(bare)).not.toEqual(expect.arrayContaining(['atom.xml']));
    expect(bare['index.html']).not.toContain('canonical');
    expect(bare['robots.txt']).toBe('User-agent: *\nAllow: /\n');
  });
});

test('an empty site says so', async () => {
  const bare = await published({ kind: 'site' }, [], parts);
  expect(bare['index.html']).toContain('No essays yet.');
});

/** Names of elements that are not closed in their order. */
function unbalanced(xml: string): string[] {
  const open: string[] = [];
  const wrong: string[] = [];
  for (const [, slash, name, , closes] of xml.matchAll(/<(\/?)([a-z:]+)((?:\s[^<>]*?)?)(\/?)>/gi)) {
    if (closes) continue;
    if (!slash) open.push(name!);
    else if (open.pop() !== name) wrong.push(name!);
  }
  return [...wrong, ...open];
}

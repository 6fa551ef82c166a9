import { parse } from 'parse5';
import { describe, expect, test } from 'vitest';
import type { Essay } from '#contract/essay.ts';
import { type HtmlForm, htmlFiles } from '#export/html/htmlFiles.ts';
import { readyImages } from '#export/images/readyImages.ts';
import { renderArticle } from '#markdown/article.ts';
import { imageBook } from '#markdown/images/imageBook.ts';
import { renderEssay } from '#markdown/renderEssay.ts';
import { essayWith } from './essayWith.ts';

const style = 'body { margin: 0 }';
const pageOf = (said: Partial<Essay> = {}, author = '') =>
  htmlFiles(essayWith(said), 'html', { style, author }).page;

/** The head's elements, one a line, without the style. */
function headOf(page: string): string[] {
  const head = page.slice(page.indexOf('<head>') + 7, page.indexOf('<style>'));
  return head.trim().split('\n');
}

interface Node {
  nodeName: string;
  attrs?: { name: string; value: string }[];
  childNodes?: Node[];
}

function elementsOf(page: string): Node[] {
  const all: Node[] = [];
  const walk = (node: Node) => {
    if (node.attrs) all.push(node);
    node.childNodes?.forEach(walk);
  };
  walk(parse(page) as unknown as Node);
  return all;
}

test('a bare essay has no tag for what is not said', () => {
  expect(headOf(pageOf())).toEqual([
    '<meta charset="utf-8">',
    expect.stringContaining('http-equiv="Content-Security-Policy"'),
    '<meta name="viewport" content="width=device-width, initial-scale=1">',
    '<title>The Cost of Moving</title>',
    '<meta name="generator" content="Longhand">',
    '<meta property="og:type" content="article">',
    '<meta property="og:title" content="The Cost of Moving">',
    '<meta property="article:modified_time" content="2026-03-31T18:30:00.000Z">',
    '<meta name="twitter:card" content="summary">',
    expect.stringContaining('application/ld+json'),
  ]);
});

const everything: Partial<Essay> = {
  excerpt: 'We moved a database.\nIt took a year.',
  tags: ['databases', 'migration'],
  language: 'pt-BR',
  publishedAt: '2026-03-31T09:00:00+02:00',
  canonicalUrl: 'https://example.com/cost?a=1&b=2',
  coverImage: 'https://example.com/cover.png',
  coverAlt: 'A "van"',
};

test('everything that is said has its tag', () => {
  expect(headOf(pageOf(everything, 'Ada')).slice(3, -1)).toEqual([
    '<title>The Cost of Moving</title>',
    '<meta name="description" content="We moved a database. It took a year.">',
    '<meta name="author" content="Ada">',
    '<meta name="generator" content="Longhand">',
    '<link rel="canonical" href="https://example.com/cost?a=1&amp;b=2">',
    '<meta property="og:type" content="article">',
    '<meta property="og:title" content="The Cost of Moving">',
    '<meta property="og:description" content="We moved a database. It took a year.">',
    '<meta property="og:url" content="https://example.com/cost?a=1&amp;b=2">',
    '<meta property="og:image" content="https://example.com/cover.png">',
    '<meta property="og:image:alt" content="A &quot;van&quot;">',
    '<meta property="og:locale" content="pt_BR">',
    '<meta property="article:published_time" content="2026-03-31T09:00:00+02:00">',
    '<meta property="article:modified_time" content="2026-03-31T18:30:00.000Z">',
    '<meta property="article:author" content="Ada">',
    '<meta property="article:tag" content="databases">',
    '<meta property="article:tag" content="migration">',
    '<meta name="twitter:card" content="summary_large_image">',
  ]);
});

function structuredDataOf(page: string): unknown {
  const [, json = ''] = /<script type="application\/ld\+json">(.*?)<\/script>/s.exec(page) ?? [];
  return JSON.parse(json);
}

test('the structured data is a BlogPosting that says the same', () => {
  expect(structuredDataOf(pageOf(everything, 'Ada'))).toEqual({
    '@context': 'https://schema.org',
    '@type': 'BlogPosting',
    headline: 'The Cost of Moving',
    description: 'We moved a database.\nIt took a year.',
    image: 'https://example.com/cover.png',
    datePublished: '2026-03-31T09:00:00+02:00',
    dateModified: '2026-03-31T18:30:00.000Z',
    author: { '@type': 'Person', name: 'Ada' },
    url: 'https://example.com/cost?a=1&b=2',
    mainEntityOfPage: 'https://example.com/cost?a=1&b=2',
    inLanguage: 'pt-BR',
    keywords: ['databases', 'migration'],
  });
  expect(structuredDataOf(pageOf())).toEqual({
    '@context': 'https://schema.org',
    '@type': 'BlogPosting',
    headline: 'The Cost of Moving',
    dateModified: '2026-03-31T18:30:00.000Z',
    inLanguage: 'en',
  });
});

test.each([
  ['en', 'ltr'],
  ['', 'ltr'],
  ['ar', 'rtl'],
  ['he-IL', 'rtl'],
  ['fa', 'rtl'],
  ['az-Arab', 'rtl'],
  ['ar-Latn', 'ltr'],
  ['ja-JP', 'ltr'],
])('the page says its language and direction: %s is %s', (language, direction) => {
  expect(pageOf({ language })).toContain(`<html lang="${language || 'en'}" dir="${direction}">`);
});

test.each([
  'covers/van.png',
  '/van.png',
  'data:image/png;base64,AAAA',
  'javascript:alert(1)',
  '//example.com/x.png',
])('a cover at %s is not named in the head, where only a full web address helps', (coverImage) => {
  const page = pageOf({ coverImage, coverAlt: 'A van' });
  expect(headOf(page).join('\n')).not.toMatch(/og:image|van/);
  expect(page).toContain('content="summary"');
});

test('an address that is none, or not of the web, is no canonical link', () => {
  for (const canonicalUrl of ['javascript:alert(1)', 'example.com/cost', '  ', 'file:///etc']) {
    expect(pageOf({ canonicalUrl })).not.toMatch(/canonical|og:url/);
  }
});

test('the article is the preview’s, byte for byte, and the style stands in the head', () => {
  const essay = essayWith({ body: '# One\n\nWords[^1] & *more*.\n\n[^1]: A note.\n' });
  const page = htmlFiles(essay, 'html', { style }).page;
  expect(page).toContain(
    `<body>\n<main>\n${renderArticle(essay, renderEssay(essay.body))}\n</main>\n</body>`,
  );
  expect(page).toContain(`<style>\n${style}\n</style>`);
});

test('an essay without a title is called untitled where a page must have one', () => {
  const page = pageOf({ title: '', body: '' });
  expect(page).toContain('<title>Untitled</title>');
  expect(page).not.toContain('og:title');
});

describe('hostile text stays text', () => {
  const hostile =
    '</title></script></style>--><script>alert(1)</script><img src=x onerror=alert(1)>"\'><base href=//x>\u2028';
  const { page } = htmlFiles(
    essayWith({
      title: hostile,
      excerpt: hostile,
      tags: [hostile],
      series: hostile,
      language: hostile,
      canonicalUrl: `https://example.com/${hostile}`,
      coverImage: `https://example.com/${hostile}`,
      coverAlt: hostile,
      body: `${hostile}\n\n<script>alert(1)</script>\n\n[x](javascript:alert(1)) ![y](https://example.com/y.png)\n`,
    }),
    'html',
    { style: `${style} /* </style><script>alert(1)</script> */`, author: hostile },
  );
  const elements = elementsOf(page);

  test('no element comes out of it that runs or asks the network', () => {
    const names = elements.map(({ nodeName }) => nodeName);
    expect(names.filter((name) => name === 'script')).toHaveLength(1);
    expect(names.filter((name) => name === 'style')).toHaveLength(1);
    expect(names).not.toContain('base');
    for (const { nodeName, attrs = [] } of elements) {
      for (const { name, value } of attrs) {
        expect(name).not.toMatch(/^on/);
        if (name === 'src' || name === 'srcset') expect(value).toMatch(/^data:/);
        if (name === 'href' && nodeName === 'a') expect(value).not.toMatch(/^\s*javascript:/i);
      }
    }
  });

  test('the structured data holds it as it is', () => {
    expect(structuredDataOf(page)).toMatchObject({ headline: hostile, keywords: [hostile] });
  });

  test('the policy stands first after the charset and allows no script and no network', () => {
    const [, policy] = headOf(page);
    expect(policy).toBe(
      `<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'; img-src data:; font-src data:; base-uri 'none'; form-action 'none'">`,
    );
  });
});

const clock = {
  hash: 'c0ffee00'.repeat(8),
  name: 'clock.png',
  width: 2,
  height: 1,
  size: 3,
  addedAt: '2026-05-01T12:00:00.000Z',
  bytes: Buffer.from('abc'),
  sources: ['images/clock.png'],
};
const image = imageBook([clock]);
const shown = essayWith({
  body: '# One\n\n![A clock](images/clock.png)\n',
  coverImage: 'images/clock.png',
  coverAlt: 'The clock',
  canonicalUrl: 'https://example.com/blog/one',
});

test('four forms have one article: the preview’s, with its images beside it, or in it', async () => {
  const images = await readyImages([clock]);
  const article = renderArticle(shown, renderEssay(shown.body, { image }), image);
  expect(article.match(/src="images\/clock\.c0ffee00\.png"/g)).toHaveLength(2);
  const form = (name: HtmlForm) => htmlFiles(shown, name, { style, images });
  const paths = (name: HtmlForm) => form(name).files.map(({ path }) => path);

  expect(form('html-folder').page).toContain(`<main>\n${article}\n</main>`);
  expect(form('html-plain').page).toContain(`<main>\n${article}\n</main>`);
  expect(form('html-fragment').page).toBe(renderEssay(shown.body, { image }).html);
  const data = `data:image/png;base64,${Buffer.from('abc').toString('base64')}`;
  expect(form('html').page).toContain(
    `<main>\n${article.replaceAll('images/clock.c0ffee00.png', data)}\n</main>`,
  );

  expect(paths('html')).toEqual([]);
  expect(paths('html-plain')).toEqual(['images/clock.c0ffee00.png']);
  expect(paths('html-fragment')).toEqual(['images/clock.c0ffee00.png']);
  const [sheet = ''] = paths('html-folder');
  expect(sheet).toMatch(/^style\/page\.[0-9a-f]{8}\.css$/);
  expect(form('html-folder').page).toContain(`<link rel="stylesheet" href="${sheet}">`);
  expect(form('html-plain').page).not.toMatch(/stylesheet|<style/);
});

test('a cover that stands beside the page is told to other sites by its full address', async () => {
  const images = await readyImages([clock]);
  const { page } = htmlFiles(shown, 'html-folder', { style, images, author: 'Ada' });
  const address = 'https://example.com/blog/images/clock.c0ffee00.png';
  expect(page).toContain(`<meta property="og:image" content="${address}">`);
  expect(page).toContain('<meta property="og:image:alt" content="The clock">');
  expect(page).toContain(`"image":"${address}"`);
  expect(htmlFiles(shown, 'html', { style, images }).page).not.toContain('og:image');
});

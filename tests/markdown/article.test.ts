import { expect, test } from 'vitest';
import { type ArticleFields, articleOpening, renderArticle } from '#markdown/article.ts';
import { renderEssay } from '#markdown/renderEssay.ts';

const fields: ArticleFields = {
  title: 'On <caching> & "co"',
  language: 'en-GB',
  tags: ['web & more', 'caches'],
  series: 'Slow pages',
  seriesPlace: 2,
  publishedAt: '2025-03-09T23:30:00-05:00',
  createdAt: '2024-01-01T00:00:00Z',
  coverImage: '',
  coverAlt: '',
};
const page = renderEssay('word '.repeat(300));

test('an article opens with title, date, reading time, series and tags, all escaped', () => {
  expect(articleOpening(fields, page.statistics)).toBe(`<article lang="en-GB" dir="ltr">
<header>
<h1>On &lt;caching&gt; &amp; "co"</h1>
<p class="meta"><bdi><time datetime="2025-03-09">9 March 2025</time></bdi> · <bdi>2 min read</bdi> · <bdi>Part 2 of <cite dir="auto">Slow pages</cite></bdi></p>
<p class="tags"><bdi>web &amp; more</bdi> · <bdi>caches</bdi></p>
</header>
`);
});

test('what is not said is not shown', () => {
  const bare = {
    ...fields,
    title: ' ',
    tags: [],
    series: '',
    seriesPlace: null,
    publishedAt: null,
    createdAt: '',
  };
  expect(articleOpening(bare, renderEssay('').statistics)).toBe(
    '<article lang="en-GB" dir="ltr">\n<header>\n</header>\n',
  );
});

test('no English stands in an essay of another language, and no direction but its own', () => {
  const opening = articleOpening({ ...fields, language: 'ar', title: 'مقدمة' }, page.statistics);
  expect(opening).toContain('<article lang="ar" dir="rtl">\n<header>\n<h1>مقدمة</h1>');
  expect(opening).toContain('<time datetime="2025-03-09">2025-03-09</time>');
  expect(opening).not.toMatch(/read|Part/);
});

test('the title is not said twice where the body opens with it', () => {
  const titled = { ...fields, title: 'Same title' };
  const count = (body: string) => renderArticle(titled, renderEssay(body)).match(/<h1/g)?.length;
  expect(count('# Same *title*\n\ntext\n')).toBe(1);
  expect(count('[r]: /u\n\nSame title\n===\n')).toBe(1);
  expect(count('# Another\n')).toBe(2);
  expect(count('text\n\n# Same title\n')).toBe(2);
  expect(count('> # Same title\n')).toBe(2);
});

test('a cover is shown only where its bytes are at hand', () => {
  const cover = (coverImage: string) =>
    articleOpening({ ...fields, coverImage, coverAlt: 'A "cover"' }, page.statistics);
  expect(cover('data:image/png;base64,AAAA')).toContain(
    '<img src="data:image/png;base64,AAAA" alt="A &quot;cover&quot;">\n<h1>',
  );
  expect(cover('https://x.example/a.png')).not.toContain('<img');
  expect(cover('data:image/svg+xml;base64,AAAA')).not.toContain('<img');
});

test('a language that is no language is left out', () => {
  expect(articleOpening({ ...fields, language: '"><script>' }, page.statistics)).toMatch(
    /^<article dir="ltr">/,
  );
});

test('an article ends', () => {
  expect(renderArticle(fields, page)).toMatch(/<\/p>\n<\/article>\n$/);
});

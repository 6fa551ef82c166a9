import { expect, test } from 'vitest';
import type { Essay, EssayId } from '#contract/essay.ts';
import type { TargetKind } from '#contract/publishing.ts';
import { readMarkdownFile } from '#import/readMarkdownFile.ts';
import { linkBook } from '#publish/links/linkBook.ts';
import { rewriteLinks } from '#publish/links/rewriteLinks.ts';
import { published } from '../published.ts';
import { shelfOf } from '../targetWith.ts';

const origin = (fileName: string, said: Partial<Essay> = {}) => ({
  origin: { fileName, encoding: 'utf-8', baseline: said as Essay },
});
const shelf = shelfOf(
  { slug: 'clocks', title: 'The Clock That Went Back' },
  { slug: 'leases', title: 'Leases', ...origin('2026-03-12-on-leases.md') },
  { slug: 'größe', title: 'Größe [1]' },
);
const rewritten = (source: string) =>
  rewriteLinks(source, linkBook(shelf.essays), ({ slug }) => `../${slug}/`);

test.each([
  ['[[Leases]]', '[Leases](../leases/)'],
  ['[[the clock that went BACK]]', '[The Clock That Went Back](../clocks/)'],
  ['[[clocks|that night]]', '[that night](../clocks/)'],
  ['[[leases|the `lease`]]', '[the `lease`](../leases/)'],
  ['[[Leases#What went wrong]]', '[Leases, What went wrong](../leases/#what-went-wrong)'],
  ['[[größe]]', '[Größe \\[1\\]](../größe/)'],
  ['| [[clocks\\|here]] |\n|--|\n', '| [here](../clocks/) |\n|--|\n'],
  ['[a](on-leases.md)', '[a](../leases/)'],
  ['[a](./posts/2026-03-12-on-leases.md#why "t")', '[a](../leases/#why "t")'],
  ['[a](<../clocks/index.md>)', '[a](../clocks/)'],
  ['[a](gr%C3%B6%C3%9Fe.md)', '[a](../größe/)'],
  ['[a][b]\n\n[b]: clocks.md "t"\n', '[a][b]\n\n[b]: ../clocks/ "t"\n'],
  ['<a class="x" href="clocks.html">a</a>', '<a class="x" href="../clocks/">a</a>'],
  ['- [a](clocks.md)\r\n', '- [a](../clocks/)\r\n'],
])('%s becomes %s', (source, expected) => {
  expect(rewritten(source).source).toBe(expected);
});

test.each([
  '`[[Leases]]` and ``[a](clocks.md)``',
  '```\n[[Leases]]\n```\n',
  '    [[Leases]]\n',
  '- a\n\n      [[Leases]]\n',
  '\\[[Leases]]',
  '[[Leases]](https://example.com)',
  '![a](clocks.md)',
  '![[Leases]]',
  '[[No Such Essay]]',
  '[a](https://example.com/clocks.md)',
  '[a](#clocks)',
  '[a](/clocks)',
  '[^1]\n\n[^1]: clocks.md\n',
  'matrix[[0]]',
])('%j stays as it is', (source) => {
  expect(rewritten(source).source).toBe(source);
});

test('what was asked for is remembered, with where it leads and what it says', () => {
  expect(
    rewritten('[[Leases#Why]], [[Gone]], [a](clocks.md), [b](https://example.com)').links,
  ).toEqual({
    '[[Leases#Why]]': '../leases/#why Leases',
    '[[Gone]]': '',
    'clocks.md': '../clocks/',
  });
});

test('every other character stays', () => {
  const source = 'a\r\n\u00a0[[Leases]]\tb\0 [x]( clocks.md ) \ud83d\ude00\n';
  expect(rewritten(source).source).toBe(
    'a\r\n\u00a0[Leases](../leases/)\tb\0 [x]( ../clocks/ ) \ud83d\ude00\n',
  );
});

const two: Partial<Essay>[] = [
  {
    slug: 'one',
    title: 'One',
    status: 'published',
    createdAt: '2026-03-01T00:00:00Z',
    body: 'See [[Two#Why]].\n',
  },
  {
    slug: 'two',
    title: 'Two',
    status: 'published',
    createdAt: '2026-03-02T00:00:00Z',
    canonicalUrl: 'https://example.com/2',
    body: 'See [one](one.md).\n',
  },
];

test.each([
  ['hugo', 'one.md', '[Two, Why](../two/#why)'],
  ['jekyll', '_posts/2026-03-01-one.md', '[Two, Why]({% post_url 2026-03-02-two %}#why)'],
  ['astro', 'one.md', '[Two, Why](../two/#why)'],
  ['eleventy', 'one.md', '[Two, Why](../two/#why)'],
  ['mdx', 'one.mdx', '[Two, Why](./two#why)'],
  ['markdown', 'one.md', '[Two, Why](two.md#why)'],
  ['devto', 'one.md', '[Two, Why](https://example.com/2#why)'],
  ['hashnode', 'one.md', '[Two, Why](https://example.com/2#why)'],
  ['medium', 'one.html', '<a href="https://example.com/2#why">Two, Why</a>'],
] as const)('at %s a link leads where the other essay is', async (kind, path, link) => {
  const files = await published({ kind, baseUrl: 'https://blog.example' }, two);
  expect(files[path]).toContain(link);
});

/** An essay that came from a file of its kind in folders of its own, and a new one that speaks of it. */
test.each<[TargetKind, folder: string, fileName: string, frontMatter: string, link: string]>([
  ['hugo', 'posts/2021', 'one.md', 'title: One', '../posts/2021/one/'],
  ['hugo', 'posts', 'one.md', 'title: One\nslug: uno', '../posts/uno/'],
  ['hugo', 'posts/one', 'index.md', 'title: One', '../posts/one/'],
  ['hugo', 'posts/one', 'index.md', 'title: One\nslug: uno', '../posts/uno/'],
  ['hugo', 'posts/one', '_index.md', 'title: One\nslug: uno', '../posts/one/'],
  ['hugo', '', '2021-01-02-one.md', 'title: One', '../2021-01-02-one/'],
  ['astro', 'deep', 'one.md', 'title: One\npubDate: 2021-01-02', '../deep/one/'],
  ['eleventy', 'posts', '2021-01-02-one.md', 'title: One', '../posts/one/'],
  ['mdx', 'deep', 'one.mdx', 'title: One', './deep/one'],
  ['markdown', 'deep', 'one.markdown', 'title: One', 'deep/one.markdown'],
  ['jekyll', '_posts', '2021-01-02-one.md', 'title: One', '{% post_url 2021-01-02-one %}'],
  ['jekyll', '_posts/x', '2021-01-02-one.md', 'title: One', '{% post_url x/2021-01-02-one %}'],
  ['jekyll', 'x/_posts', '2021-01-02-one.md', 'title: One', '{% post_url x/2021-01-02-one %}'],
  ['jekyll', '', 'one.md', 'title: One\nlayout: page', '{% link one.md %}'],
])('%s: a link leads into %j to %s (%j)', async (kind, folder, fileName, said, link) => {
  const { essay } = readMarkdownFile(Buffer.from(`---\n${said}\n---\nx\n`), fileName);
  const one = { slug: 'one', ...essay, slugIsSet: essay.slug !== '', id: 'a' as EssayId };
  const files = await published({ kind }, [
    { ...one, slug: essay.slug || 'one', origin: { ...essay.origin!, folder } },
    { slug: 'new', createdAt: '2026-03-01T00:00:00Z', body: '[[One]]\n' },
  ]);
  const [path = ''] = Object.keys(files).filter((name) => /new\.mdx?$/.test(name));
  expect(files[path]).toContain(`[One](${link})\n`);
});

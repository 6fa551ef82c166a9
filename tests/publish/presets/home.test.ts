import { describe, expect, test } from 'vitest';
import type { Essay, EssayId } from '#contract/essay.ts';
import type { TargetKind } from '#contract/publishing.ts';
import { readMarkdownFile } from '#import/readMarkdownFile.ts';
import { published } from '../published.ts';

/** Files of real blogs, which come in and go out to the same kind. */
const homes: Record<string, readonly [TargetKind, string, string, string]> = {
  'Hugo, YAML': [
    'hugo',
    'one.md',
    'one.md',
    '---\ntitle: "One"   # shown\ndate: 2024-01-02T03:04:05+01:00\ndraft: false\nmystery: {a: 1}\ntags:\n  - a\n  - "b"\n---\n\nWords {{< figure src="x.png" >}}.\n',
  ],
  'Hugo, TOML': [
    'hugo',
    'one.md',
    'one.md',
    "+++\ntitle = 'One'\ndate = 2024-01-02\n[params]\nx = 1\n+++\r\nWords.\r\n",
  ],
  'a Hugo bundle': [
    'hugo',
    'index.md',
    'one/index.md',
    '---\ntitle: One\ndraft: true\n---\nWords.\n',
  ],
  Jekyll: [
    'jekyll',
    '2024-01-02-one.md',
    '_posts/2024-01-02-one.md',
    '---\nlayout: post\ntitle:  "One"\ndate:   2024-01-02 03:04:05 +0100\ncategories: [a, b]\n---\n{% highlight ruby %}\nputs {{ x }}\n{% endhighlight %}\n\n`{{ y }}`\n',
  ],
  Astro: [
    'astro',
    'one.mdx',
    'one.mdx',
    "---\ntitle: 'One'\ndescription: 'x'\npubDate: 'Jul 08 2022'\nheroImage: '../../assets/one.jpg'\n---\n\nimport X from './x.astro';\n\n<X a={1} />\n",
  ],
  Eleventy: [
    'eleventy',
    'one.md',
    'one.md',
    '---\ntitle: One\ndate: 2024-01-02\ntags:\n  - posts\n---\n{{ title }}\n',
  ],
  'dev.to': [
    'devto',
    'one.md',
    'one.md',
    '---\ntitle: One\npublished: true\ntags: a, b\n---\n{% link x %}\n',
  ],
  Hashnode: [
    'hashnode',
    'one.md',
    'one.md',
    '---\ntitle: One\nslug: one\ndomain: a.dev\ntags: a, b\nsaveAsDraft: true\n---\nWords.\n',
  ],
  MDX: ['mdx', 'one.mdx', 'one.mdx', '---\ntitle: One\n---\n<Chart year={2018} />\n'],
  'plain Markdown': ['markdown', 'One file.md', 'One file.md', 'Words without more.\n'],
  'broken front matter': ['markdown', 'one.md', 'one.md', '---\ntitle: [\n---\nWords.\n'],
};
const imported = (fileName: string, text: string): Partial<Essay> => {
  const { essay } = readMarkdownFile(Buffer.from(text), fileName);
  return { ...essay, slug: essay.slug || 'one', slugIsSet: Boolean(essay.slug) };
};
const target = (kind: TargetKind) =>
  ({ kind, baseUrl: 'https://example.com', author: 'Ada' }) as const;

describe.each(Object.entries(homes))('%s', (_, [kind, fileName, path, text]) => {
  test('goes out as the bytes it came in', async () => {
    const files = await published(target(kind), [imported(fileName, text)]);
    expect(files).toEqual({ [path]: text });
  });

  test('changes in what was edited alone', async () => {
    const essay = { ...imported(fileName, text), title: 'Another title' };
    if (essay.frontMatter === '' || text.includes('title: [')) return;
    const { [path]: out } = await published(target(kind), [essay]);
    expect(out!.replace('Another title', 'One')).toBe(text);
  });
});

test.each(['jekyll', 'devto', 'astro', 'hashnode'] as const)(
  'a Hugo file goes to %s in that one’s own terms',
  async (kind) => {
    const [, fileName, , text] = homes['Hugo, YAML']!;
    const [out] = Object.values(await published(target(kind), [imported(fileName, text)]));
    expect(out).not.toContain('# shown');
    expect(out).toMatch(/^(?:layout|published|pubDate|domain):/m);
  },
);

test('an encoding that came with a file stays', async () => {
  const text = '\ufeff---\ntitle: One\n---\nGröße\n';
  const files = await published(target('hugo'), [imported('one.md', text)]);
  expect(files['one.md']).toBe(text);
});

test.each([
  ['Jekyll', /^published: false$/m],
  ['Hashnode', /^saveAsDraft: true$/m],
  ['Hugo, YAML', /^draft: true$/m],
  ['dev.to', /^published: false$/m],
  ['Eleventy', /^draft: true$/m],
] as const)(
  '%s is told that an essay is no more than a draft in the word it knows',
  async (name, word) => {
    const [kind, fileName, path, text] = homes[name]!;
    const there = imported(fileName, text.replace('saveAsDraft: true\n', ''));
    const baseline = { ...there.origin!.baseline, status: 'published' as const };
    const essay = { ...there, origin: { ...there.origin!, baseline } };
    const out = (status: Essay['status']) => published(target(kind), [{ ...essay, status }]);
    expect((await out('published'))[path]).not.toMatch(word);
    expect((await out('draft'))[path]).toMatch(word);
    expect((await out('review'))[path]).toMatch(word);
  },
);

describe('a link to an essay whose own front matter says where its page is', () => {
  const linkTo = async (kind: TargetKind, line: string, baseUrl = 'https://example.com') => {
    const there = imported('one.md', `---\ntitle: One\n${line}\n---\nWords.\n`);
    const files = await published({ kind, baseUrl }, [
      { ...there, id: 'one' as EssayId },
      { id: 'two' as EssayId, slug: 'two', title: 'Two', body: 'See [[One]].\n' },
    ]);
    return /\[One\]\((.*)\)/.exec(files['two.md']!)?.[1];
  };

  test.each([
    ['hugo', 'url: /notes/clocks/', '/notes/clocks/'],
    ['hugo', 'url: notes/clocks.html', '/notes/clocks.html'],
    ['eleventy', 'permalink: /notes/clocks/index.html', '/notes/clocks/'],
  ] as const)('of %s leads there: %s', async (kind, line, leads) => {
    expect(await linkTo(kind, line)).toBe(leads);
    expect(await linkTo(kind, line, 'https://example.com/blog/')).toBe(`/blog${leads}`);
  });

  test.each([
    ['hugo', 'url: /:year/clocks/'],
    ['hugo', 'permalink: /notes/clocks/'],
    ['eleventy', 'permalink: "/{{ title | slugify }}/"'],
    ['eleventy', 'permalink: false'],
    ['eleventy', 'url: /notes/clocks/'],
  ] as const)(
    'of %s leads by its file where only the generator can tell: %s',
    async (kind, line) => {
      expect(await linkTo(kind, line)).toBe('../one/');
    },
  );
});

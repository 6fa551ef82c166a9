import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { Eleventy } from '@11ty/eleventy';
import { parseFrontmatter } from '@astrojs/internal-helpers/frontmatter';
import { compile } from '@mdx-js/mdx';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { z } from 'zod';
import type { Essay } from '#contract/essay.ts';
import { published } from '../published.ts';

/** What the presets write is read by the generators themselves. */

const hostile = `Prose with {{ braces }}, {% tags %}, a < b, {one} and <https://example.com/a_(b)>.

export is a word; import too.

import begins this line.

    indented {{ code }} {

- item

  \`\`\`liquid
  {% if x %}{{ y }}{% endif %}
  \`\`\`

\`\`\`js
const x = { a: \`\${b}\` }; // {{ z }} <T>
\`\`\`

Inline \`{{ mustache }}\` and \`{% endraw %}\`, <mark class="x">marked</mark><br> and <b>open.

<!-- a comment */ -->

<details>
<summary>More</summary>

Inside.

</details>
`;
const essay: Partial<Essay> = {
  slug: 'leases',
  title: 'Leases: a "short" history',
  excerpt: 'Two sentences.',
  tags: ['ops'],
  status: 'published',
  publishedAt: '2026-03-12T10:30:00+01:00',
  coverImage: './leases.png',
  body: hostile,
};

describe('Eleventy', () => {
  let folder: string;
  beforeEach(async () => {
    folder = await mkdtemp(join(tmpdir(), 'eleventy-'));
  });
  afterEach(() => rm(folder, { recursive: true, force: true }));

  test('builds the essays, shows their braces as they are, and finds their links', async () => {
    const files = await published({ kind: 'eleventy' }, [
      { ...essay, body: `${hostile}\nSee [[Clocks]].\n` },
      { slug: 'clocks', title: 'Clocks', status: 'published', body: '[back](leases.md)\n' },
    ]);
    for (const [path, text] of Object.entries(files)) {
      await mkdir(dirname(join(folder, 'posts', path)), { recursive: true });
      await writeFile(join(folder, 'posts', path), text);
    }
    const eleventy = new Eleventy(join(folder, 'posts'), join(folder, 'out'), { quietMode: true });
    const pages = await eleventy.toJSON();
    const page = (url: string) => pages.find((each) => each.url === url)?.content ?? '';
    const leases = page('/leases/');
    for (const shown of [
      'Prose with {{ braces }}, {% tags %}',
      'indented {{ code }} {',
      '{% if x %}{{ y }}{% endif %}',
      '// {{ z }} &lt;T&gt;',
      '<code>{{ mustache }}</code>',
      '<code>{% endraw %}</code>',
    ]) {
      expect(leases).toContain(shown);
    }
    expect(leases).not.toMatch(/%}raw|{% raw/);
    expect(leases).toContain('<a href="../clocks/">Clocks</a>');
    expect(page('/clocks/')).toContain('<a href="../leases/">back</a>');
  });
});

test('Astro’s starter takes the front matter', async () => {
  const { frontMatter, body } = await astro(essay);
  const schema = z.object({
    title: z.string(),
    description: z.string(),
    pubDate: z.coerce.date(),
    updatedDate: z.coerce.date().optional(),
    heroImage: z.string().optional(),
  });
  expect(schema.parse(frontMatter)).toMatchObject({
    title: essay.title,
    description: 'Two sentences.',
    pubDate: new Date('2026-03-12T09:30:00Z'),
    heroImage: './leases.png',
  });
  expect(body.trimStart()).toBe(hostile);
});

test.each(['yaml', 'toml'] as const)('Astro reads %s', async (style) => {
  const { frontMatter } = await astro(essay, style);
  expect(frontMatter.title).toBe(essay.title);
});

async function astro(one: Partial<Essay>, style: 'yaml' | 'toml' = 'yaml') {
  const files = await published({ kind: 'astro', style }, [one]);
  const { frontmatter, content } = parseFrontmatter(files['leases.md']!);
  return { frontMatter: frontmatter as Record<string, unknown>, body: content };
}

describe('MDX', () => {
  test.each(['module', 'yaml'] as const)('compiles an essay with metadata as %s', async (style) => {
    const files = await published({ kind: 'mdx', style }, [essay]);
    const text = files['leases.mdx']!.replace(/^---\n[\s\S]*?\n---\n/, '');
    const code = String(await compile(text, { jsx: true }));
    if (style === 'module') expect(code).toContain('export const metadata = {');
    for (const shown of [
      'Prose with {{ braces }}, {% tags %}, a < b, {one} and ',
      'export is a word; import too.',
      'import begins this line.',
      'indented {{ code }} {',
      '// {{ z }} <T>',
      '{{ mustache }}',
    ]) {
      expect(code).toContain(JSON.stringify(shown).slice(1, -1));
    }
    expect(code).toContain('href="https://example.com/a_%28b%29"');
    expect(code).toContain('<mark className="x">');
  });

  test('compiles whatever raw HTML an essay has', async () => {
    for (const body of [
      'a <b>b\n',
      '<div>\n\nopen\n',
      '<p style="x" onclick=y class=z>q</p>\n',
      '<!-- { -->\n',
      '</i>\n',
      '<img src=x>\n',
      'a <-- b --> c\n',
      '<x-y z>\n',
      '{',
      '<',
      '\\{ \\<\n',
      '[a](<b c>) and <d>\n',
      '| a{ | b |\n|--|--|\n| < | } |\n',
    ]) {
      const files = await published({ kind: 'mdx' }, [{ ...essay, body }]);
      await expect(compile(files['leases.mdx']!), body).resolves.toBeDefined();
    }
  });
});

test('Ghost’s import has every essay, its tags, and its HTML in a card', async () => {
  const files = await published({ kind: 'ghost' }, [
    { ...essay, body: 'See [[Clocks]].\n' },
    {
      slug: 'clocks',
      title: 'Clocks',
      status: 'draft',
      series: 'Night',
      tags: ['ops'],
      body: 'x\n',
    },
  ]);
  const { meta, data } = JSON.parse(files['ghost-import.json']!);
  expect(meta).toEqual({ exported_on: Date.parse('2026-03-31T18:30:00.000Z'), version: '5.0.0' });
  expect(data.posts).toMatchObject([
    {
      title: essay.title,
      slug: 'leases',
      status: 'published',
      published_at: essay.publishedAt,
      custom_excerpt: 'Two sentences.',
      html: '<!--kg-card-begin: html-->\n<p>See <a href="__GHOST_URL__/clocks/">Clocks</a>.</p>\n<!--kg-card-end: html-->',
    },
    { title: 'Clocks', status: 'draft' },
  ]);
  expect(data.tags).toEqual([
    { id: 1, name: 'ops' },
    { id: 2, name: 'Night' },
  ]);
  expect(data.posts_tags).toEqual([
    { post_id: 1, tag_id: 1, sort_order: 0 },
    { post_id: 2, tag_id: 1, sort_order: 0 },
    { post_id: 2, tag_id: 2, sort_order: 1 },
  ]);
  expect(JSON.stringify(data)).not.toContain('""');
});

test('Medium gets headings in two sizes, flat lists, tables and footnotes as text', async () => {
  const body = `# One

### Two

- a
  - b
    1. c
- d

| x | longer |
|---|---|
| 1 | **2** |

Text $x^2$[^1] with \`code\` and [a link](https://example.com), [here](#one).

> Quoted
>
> twice

[^1]: The *note*.
`;
  const { 'leases.html': html } = await published({ kind: 'medium' }, [{ ...essay, body }]);
  expect(html!.slice(html!.indexOf('<body>'))).toBe(`<body>
<h1>Leases: a "short" history</h1>
<h2>One</h2>
<h3>Two</h3>
<ul>
<li>a</li>
<li>– b</li>
<li>– – c</li>
<li>d</li>
</ul>
<pre>x  longer
1  2</pre>
<p>Text <code>x^2</code>[1] with <code>code</code> and <a href="https://example.com">a link</a>, here.</p>
<blockquote>Quoted<br>twice</blockquote>
<hr>
<ol>
<li>The <em>note</em>. </li>
</ol>
</body>
</html>
`);
});

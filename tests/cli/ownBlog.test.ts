import { cpSync, mkdirSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';
import { Eleventy } from '@11ty/eleventy';
import { parseFrontmatter } from '@astrojs/internal-helpers/frontmatter';
import { compile } from '@mdx-js/mdx';
import { describe, expect, test } from 'vitest';
import { describeEssay } from '#library/essays/describeEssay.ts';
import { findEssay } from '#library/essays/findEssay.ts';
import { openLibrary } from '#library/openLibrary.ts';
import { withCommandLine } from './withDesk.ts';

/** A blog that was written elsewhere, imported, and published to the folder it came from: no byte changes but what was edited. */

const longhand = withCommandLine();
const blog = (path = '') => join(longhand.folder, 'blog', path);

function put(files: Readonly<Record<string, string | Buffer>>): void {
  for (const [path, text] of Object.entries(files)) {
    mkdirSync(dirname(blog(path)), { recursive: true });
    writeFileSync(blog(path), text);
  }
}

/** Every file of the blog, byte for byte. */
function bytes(): Record<string, string> {
  return Object.fromEntries(
    readdirSync(blog(), { recursive: true, encoding: 'utf8' })
      .map((name) => name.replaceAll('\\', '/'))
      .filter((name) => statSync(blog(name)).isFile())
      .sort()
      .map((name) => [name, readFileSync(blog(name)).toString('latin1')]),
  );
}

async function addTarget(kind: string): Promise<void> {
  const every = ['--status', 'idea,draft,review,ready,published'];
  await longhand.run(['target', 'add', 'Blog', '--kind', kind, '--folder', blog(), ...every]);
}

const blogs: Readonly<Record<string, Readonly<Record<string, string | Buffer>>>> = {
  hugo: {
    'posts/first-post.md':
      '---\ntitle:   "First"   # not the last\ndate: 2021-03-04T05:06:07+02:00\ntags: [a,b,  c]\nmystery:\n  - x: 1\ndraft: false\n---\n\nSee [two](second.md), [three](../posts/bundle/) and [this]({{< ref "second" >}}).\n',
    'posts/second.md':
      '+++\ntitle = "Second"\ndate = 2021-03-05T00:00:00Z\nslug = "zweite"\n[params]\n  x = 1 # kept\n+++\nCRLF\r\nand LF\n',
    'posts/bundle/index.md': '---\ntitle: Bundle\r\ndate: 2022-01-01\r\n---\r\n![x](a.png)\r\n',
    'posts/other/index.md':
      '{\n  "title": "Other", "date": "2022-02-02",\n  "tags": []\n}\n\nJSON.\n',
    'about/_index.md': '---\ntitle: About\n---\n',
    '_index.md': '---\ntitle: Home\n---\n',
    'posts/bundle/a.png': Buffer.from([137, 80, 78, 71, 0]),
    'posts/latin.md': Buffer.from('---\ntitle: Größe\ndate: 2020-01-01\n---\nGröße\n', 'latin1'),
  },
  jekyll: {
    '_posts/2020-01-02-hello-world.md':
      "---\nlayout: post\ntitle:  'Hello: World'\ndate: 2020-01-02 10:00:00 +0100\ncategories: [x]\n---\n{% raw %}{{ y }}{% endraw %} and [next]({% post_url 2020-01-03-next %}).\n",
    '_posts/2020-01-03-next.markdown':
      '---\nlayout: post\ntitle: Next\npublished: false\n---\n{{ site.title }}\n',
    '_posts/deep/2020-01-04-deep.md': '---\nlayout: post\ntitle: Deep\n---\nDown here.\n',
    'cat/_posts/2020-01-05-elsewhere.md': '---\nlayout: post\ntitle: Elsewhere\n---\nThere.\n',
    '_drafts/some-day.md': '---\ntitle: Some day\n---\nNot yet.\n',
    'about.md': '---\nlayout: page\ntitle: About\n---\nMe.\n',
    'index.md': '---\nlayout: home\n---\n',
    '_config.yml': 'title: x\n',
  },
  astro: {
    'one.md':
      "---\ntitle: 'One'\ndescription: \"What\"\npubDate: 'Jul 08 2022'\nheroImage: '../../assets/one.jpg'\n---\n\nSee [two](./nested/two.md) and [it](/blog/two/).\n",
    'nested/two.md':
      '---\ntitle: Two\ndescription: d\npubDate: 2022-07-09\n# a comment\n---\nText.\n',
  },
  eleventy: {
    'posts/one.md':
      '---\ntitle: One\ndate: 2021-01-01\ntags:\n  - posts\n  - x\nlayout: page.njk\n---\nSee [two](two.md). {% raw %}{{ code }}{% endraw %} {{ title }}\n',
    'posts/two.md':
      '---\ntitle: Two\ndate: 2021-01-02\nlayout: page.njk\ntags: posts\n---\n# Two\n',
    'index.md': '---\ntitle: Start\nlayout: page.njk\n---\nHello.\n',
    '_includes/page.njk': '<!doctype html><title>{{ title }}</title>{{ content | safe }}',
    '.eleventy.js': 'export default () => ({});\n',
  },
  mdx: {
    'one.mdx':
      "---\ntitle: One\ndate: '2023-01-01'\n---\n\nimport X from './x'\n\n<X a={1}>**b**</X>\n\n{1 + 1}\n",
    'deep/two.mdx': '---\ntitle: Two\n---\n[one](../one)\n',
  },
  markdown: {
    'Note one.md': 'No front matter, [[Note two]] and [[Note two|again]].\n',
    'area/Note two.md': '---\naliases: [x]\ntags:\n- a\n---\n# Two\n\n[back](<../Note one.md>)',
    'index.md': '# Start\n',
    'area/bom.md': '\ufeff---\ntitle: Bom\n---\nx\n',
  },
};

describe.each(Object.entries(blogs))('a %s blog', (kind, files) => {
  test('goes back to where it came from with 0 bytes changed, and then with an edit and no more', async () => {
    put(files);
    const before = bytes();
    const imported = await longhand.run(['import', blog()]);
    expect(imported.code).toBe(0);
    const count = imported.out.trim().split('\n').length;
    await addTarget(kind);
    const first = await longhand.run(['publish', 'Blog']);
    expect(first).toMatchObject({ code: 0, out: '' });
    expect(first.err).toContain(`Blog: 0 written, 0 removed, ${count} as they were, 0 left.`);
    expect(bytes()).toEqual(before);

    const [slug = '', file = ''] = imported.out.split('\n')[0]!.split('\t');
    const path = relative(blog(), file);
    const library = openLibrary(longhand.library);
    const { id, title } = findEssay(library, slug);
    describeEssay(library, id, { title: `${title} anew`, slug });
    library.close();
    const second = await longhand.run(['publish', 'Blog']);
    expect(second.out).toBe(`written\t${path}\n`);
    const after = bytes();
    const lines = (text: string) => text.split('\n');
    const changed = lines(after[path]!).filter((line) => !lines(before[path]!).includes(line));
    if (kind !== 'markdown') expect(changed.length).toBeLessThanOrEqual(2);
    expect(changed.join('')).toContain('anew');
    expect({ ...after, [path]: '' }).toEqual({ ...before, [path]: '' });
  });
});

test('Eleventy builds the same pages from a blog that was published to it without an edit', async () => {
  put(blogs.eleventy!);
  const built = async () => {
    const site = new Eleventy(blog('posts'), join(longhand.folder, 'out'), {
      quietMode: true,
      config: (config) => config.setIncludesDirectory('../_includes'),
    });
    return (await site.toJSON()).map(({ url, content }) => [url, content]);
  };
  const before = await built();
  expect(before).toHaveLength(2);
  await longhand.run(['import', blog()]);
  await addTarget('eleventy');
  await longhand.run(['publish', 'Blog']);
  expect(await built()).toEqual(before);
});

test('a post that was edited before it was first published takes the place of the file it came from, and of no other', async () => {
  put(blogs.hugo!);
  await longhand.run(['import', blog()]);
  const library = openLibrary(longhand.library);
  for (const slug of ['first', 'zweite']) {
    describeEssay(library, findEssay(library, slug).id, { excerpt: 'New.' });
  }
  library.close();
  writeFileSync(blog('posts/second.md'), 'edited by somebody since');
  await addTarget('hugo');
  const { code, out, err } = await longhand.run(['publish', 'Blog']);
  expect([code, out]).toEqual([1, 'written\tposts/first-post.md\n']);
  expect(err).toContain('posts/second.md: A file “posts/second.md” is already there');
  expect(readFileSync(blog('posts/second.md'), 'utf8')).toBe('edited by somebody since');
});

test('Astro and MDX still read what was edited', async () => {
  put(blogs.astro!);
  await longhand.run(['import', blog()]);
  const library = openLibrary(longhand.library);
  describeEssay(library, findEssay(library, 'one').id, { excerpt: 'What: "else"' });
  library.close();
  await addTarget('astro');
  await longhand.run(['publish', 'Blog']);
  expect(parseFrontmatter(readFileSync(blog('one.md'), 'utf8')).frontmatter).toMatchObject({
    title: 'One',
    description: 'What: "else"',
    heroImage: '../../assets/one.jpg',
  });
  put(blogs.mdx!);
  const body = readFileSync(blog('one.mdx'), 'utf8').replace(/^---\n[\s\S]*?---\n/, '');
  await expect(compile(body)).resolves.toBeDefined();
});

test('hundreds of real files in nested folders come out as they went in, published or exported', async () => {
  for (const name of [
    '@base-ui',
    '@codemirror',
    'commonmark-spec',
    'zod',
    'fast-check',
    'micromark',
  ]) {
    cpSync(join('node_modules', name), blog(name), {
      recursive: true,
      filter: (path) =>
        !/\.[^./]+$/.test(path) ||
        /\.(?:md|mdx|markdown)$/.test(path) ||
        statSync(path).isDirectory(),
    });
  }
  const before = bytes();
  const { out } = await longhand.run(['import', blog()]);
  const count = out.trim().split('\n').length;
  expect(count).toBeGreaterThan(30);
  await addTarget('markdown');
  expect(await longhand.run(['publish', 'Blog'])).toMatchObject({
    code: 0,
    out: '',
    err: expect.stringContaining(`${count} as they were, 0 left.`),
  });
  expect(bytes()).toEqual(before);
  const exported = [
    'export',
    '--all',
    '--format',
    'markdown',
    '--out',
    join(longhand.folder, 'out'),
  ];
  expect((await longhand.run(exported)).err).toContain(
    `${count} of ${count} imported essays are as they came: 0 bytes changed.`,
  );
}, 60_000);

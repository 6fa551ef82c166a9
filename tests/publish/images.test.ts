import { expect, test } from 'vitest';
import type { Essay, EssayId } from '#contract/essay.ts';
import type { LibraryImage } from '#contract/images.ts';
import type { Shelf, Target, TargetKind } from '#contract/publishing.ts';
import { linkBook } from '#publish/links/linkBook.ts';
import { piecesFor } from '#publish/plan/piecesFor.ts';
import { openReadings } from '#publish/plan/readings.ts';
import { preflight } from '#publish/preflight/preflight.ts';
import { renderHere } from '#publish/rendering/render.ts';
import { readSiteParts } from '#publish/site/siteParts.ts';
import { essayWith } from '../export/essayWith.ts';
import { shelfOf, targetWith } from './targetWith.ts';

const clock: LibraryImage = {
  hash: 'c0ffee00'.repeat(8),
  name: 'clock.png',
  width: 20,
  height: 10,
  size: 3,
  addedAt: '2026-05-01T12:00:00.000Z',
};
const source = 'images/clock.png';
const one: Partial<Essay> = {
  slug: 'one',
  body: `![A clock](${source}) \`![no](${source})\` <img src="${source}" alt="again">\n\n[c]: ${source}\n`,
  coverImage: source,
};

function withImages(essays: Partial<Essay>[], sources: Record<string, string[]>): Shelf {
  return {
    ...shelfOf(...essays),
    images: {
      images: [clock],
      read: () => Buffer.from('abc'),
      drawing: () => undefined,
      of: (id) => (sources[id] ?? []).map((each) => ({ source: each, hash: clock.hash })),
    },
  };
}

async function files(target: Partial<Target> & { kind: TargetKind }, shelf: Shelf) {
  const parts = readSiteParts('resources');
  const { pieces } = piecesFor(targetWith(target), shelf, [], { parts });
  const readings = openReadings(shelf, [], renderHere);
  const made: Record<string, string> = {};
  for (const piece of pieces) {
    made[piece.path] = Buffer.from((await piece.make(readings)).content as string).toString();
  }
  return made;
}

const shelf = withImages([one, { slug: 'two', body: 'No image.\n' }], { one: [source] });

test.each([
  ['hugo', 'one/index.md', 'one/images/clock.png', 'images/clock.png'],
  ['astro', 'one.md', 'images/clock.png', './images/clock.png'],
  ['eleventy', 'one.md', 'images/clock.png', '../images/clock.png'],
  ['markdown', 'one.md', 'images/clock.png', 'images/clock.png'],
  ['mdx', 'one.mdx', 'public/images/clock.png', '/images/clock.png'],
  ['devto', 'one.md', 'images/clock.png', 'https://a.example/b/images/clock.png'],
] as const)('%s has images where it looks for them', async (kind, file, image, address) => {
  const made = await files({ kind, baseUrl: 'https://a.example/b/' }, shelf);
  expect(made[image]).toBe('abc');
  expect(made[file]).toContain(`![A clock](${address})`);
  expect(made[file]).toContain(`src="${address}"`);
  expect(made[file]).toContain(`[c]: ${address}`);
  expect(made[file]).toContain(`![no](${source})`);
  expect(Object.keys(made)).toHaveLength(3);
});

test('an image as Obsidian writes it goes out as generators read it', async () => {
  const essay = {
    slug: 'one',
    body: '![[clock.png|A clock|300]] `![[clock.png]]` ![[gone.png]]\n',
  };
  const origin = (fileName: string) => ({
    fileName,
    encoding: 'utf-8',
    baseline: essayWith({ slug: 'one', title: 'one' }),
    images: { 'clock.png': clock.hash },
  });
  const from = (fileName: string) =>
    withImages([{ ...essay, origin: origin(fileName) }], { one: ['clock.png'] });
  const hugo = await files({ kind: 'hugo' }, from('one.md'));
  expect(Object.values(hugo).join()).toContain(
    '![A clock](images/clock.png) `![[clock.png]]` ![[gone.png]]\n',
  );
});

test('an image that was typed in double brackets goes out by its name', async () => {
  const essay = { slug: 'one', body: '![[clock.png|A clock]]\n' };
  const made = await files({ kind: 'eleventy' }, withImages([essay], { one: [source] }));
  expect(made['one.md']).toContain('![A clock](../images/clock.png)\n');
  expect(made['images/clock.png']).toBe('abc');
});

test.each(['![A](images/clock.png)\n', '![[images/clock.png]]\n', '![[clock.png]]\n'])(
  'an essay at home keeps %j, also where that is the name of the library',
  async (body) => {
    const called = /\w+\/?\w*\.png/.exec(body)![0];
    const origin = {
      fileName: 'one.md',
      encoding: 'utf-8',
      baseline: essayWith({ slug: 'one', title: 'one' }),
      images: { [called]: clock.hash },
    };
    const essay = { slug: 'one', frontMatter: '---\ntitle: one\n---\n', body, origin };
    const made = await files({ kind: 'eleventy' }, withImages([essay], { one: [called, source] }));
    expect(made['one.md']).toBe(`---\ntitle: one\n---\n${body}`);
  },
);

test('Jekyll is told by a command of its own, which also stands in the cover', async () => {
  const made = await files({ kind: 'jekyll' }, shelf);
  expect(made['assets/images/clock.png']).toBe('abc');
  const [post] = Object.entries(made).find(([path]) => path.endsWith('-one.md')) ?? [];
  expect(made[post!]).toContain('![A clock]({{ "/assets/images/clock.png" | relative_url }})');
});

test('an essay at home keeps what it calls its images, and they are put there', async () => {
  const home = {
    slug: 'home',
    frontMatter: '---\npubDate: 2026-01-01\ntitle: home\n---\n',
    body: `![a](<../img/tick tock.png>) ![new](${source})\n`,
    origin: {
      fileName: 'home.md',
      encoding: 'utf-8',
      baseline: essayWith({ slug: 'home', title: 'home' }),
      images: { '../img/tick tock.png': clock.hash, './a/b.png': clock.hash },
    },
  };
  const made = await files(
    { kind: 'astro' },
    withImages([home], { home: ['../img/tick tock.png', './a/b.png', source] }),
  );
  expect(Object.keys(made).sort()).toEqual(['a/b.png', 'home.md', 'images/clock.png']);
  expect(made['home.md']).toContain(`![a](<../img/tick tock.png>) ![new](./images/clock.png)`);
});

test('a site has each image once, beside its pages, with full addresses where those are wanted', async () => {
  const made = await files({ kind: 'site', baseUrl: 'https://a.example' }, shelf);
  const address = 'images/clock.c0ffee00.png';
  expect(made[`essays/${address}`]).toBe('abc');
  const shown = `<img src="${address}" alt="A clock" width="20" height="10">`;
  expect(made['essays/one.html']).toContain(shown);
  expect(made['essays/one.html']).toContain(
    `<meta property="og:image" content="https://a.example/essays/${address}">`,
  );
  expect(JSON.parse(made['feed.json']!).items[0].content_html + made['atom.xml']).toContain(
    `https://a.example/essays/${address}`,
  );
});

test('Ghost gets its images in the folder it takes them from', async () => {
  const made = await files({ kind: 'ghost' }, shelf);
  expect(made['content/images/clock.c0ffee00.png']).toBe('abc');
  expect(JSON.parse(made['ghost-import.json']!).data.posts[0]).toMatchObject({
    feature_image: '__GHOST_URL__/content/images/clock.c0ffee00.png',
    html: expect.stringContaining(
      '<img src="__GHOST_URL__/content/images/clock.c0ffee00.png" alt=',
    ),
  });
});

test('preflight names an image that the library has not, with its line', () => {
  const essay = essayWith({
    id: 'x' as EssayId,
    body: `![a](${source})\n\n![b](images/gone.png)\n`,
  });
  const book = linkBook([]);
  const known = { published: book, all: book };
  const found = preflight(essay, targetWith(), {
    known,
    page: renderHere(essay.body, { listed: [clock], addresses: {}, drawings: {} }),
    images: [clock],
  });
  expect(found.filter(({ rule }) => rule === 'missing images')).toEqual([
    {
      rule: 'missing images',
      weight: 'blocking',
      line: 2,
      message: 'The image “images/gone.png” is not in the library.',
      advice: 'Insert it, or take it out: readers would see its name.',
    },
  ]);
});

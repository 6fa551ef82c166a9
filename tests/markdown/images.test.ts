import { describe, expect, test } from 'vitest';
import { cleanHtml } from '#markdown/cleanHtml.ts';
import { imageBook } from '#markdown/images/imageBook.ts';
import { imageSources } from '#markdown/images/imageSources.ts';
import { missingImages } from '#markdown/images/missingImages.ts';
import { essayProblems, renderEssay } from '#markdown/renderEssay.ts';
import { essayWith } from '../export/essayWith.ts';

const png = 'data:image/png;base64,iVBORw0KGgo=';

test('an image that carries its own data is shown', () => {
  expect(renderEssay(`![a "b"](${png})\n`).html).toBe(
    `<p><img src="${png}" alt="a &quot;b&quot;"></p>\n`,
  );
});

test('an image is looked up by its source as written', () => {
  const asked: string[] = [];
  const image = (source: string) => {
    asked.push(source);
    return { address: png, width: null, height: null };
  };
  renderEssay('![a](<my pictures/ä b.png>) ![b][r]\n\n[r]: a%20b.png\n', { image });
  expect(asked).toEqual(['my pictures/ä b.png', 'a%20b.png']);
});

test('an image that is not at hand is a link to it on the web, a label elsewhere, never a request', () => {
  expect(renderEssay('![A](https://x.example/a.png) ![](b/c.png)\n').html).toBe(
    '<p><a class="missing-image" href="https://x.example/a.png">A</a> <span class="missing-image">c.png</span></p>\n',
  );
});

test('inside a link it is a label', () => {
  expect(renderEssay('[![A](https://x.example/a.png)](/b)\n').html).toBe(
    '<p><a href="/b"><span class="missing-image">A</span></a></p>\n',
  );
});

test('what is at hand but no bitmap is not shown', () => {
  const image = () => ({
    address: 'data:image/svg+xml;base64,PHN2Zy8+',
    width: null,
    height: null,
  });
  expect(renderEssay('![A](a.svg)\n', { image }).html).not.toContain('<img');
});

test.each([
  'javascript:alert(1)',
  'JaVaScRiPt:alert(1)',
  'java&Tab;script:alert(1)',
  'java&NewLine;script:alert(1)',
  '&#106;avascript:alert(1)',
  'java%0d%0ascript:alert(1)',
  'vbscript:x',
  'data:text/html,x',
  'file:///etc/passwd',
  '//server/share',
  '\\\\\\\\server\\\\share',
  'obsidian://open',
  'ms-word:x',
])('a link to %s is no link', (address) => {
  for (const source of [
    `[x](${address})`,
    `[x](<${address}>)`,
    `[x][r]\n\n[r]: ${address}`,
    `<${address}>`,
  ]) {
    expect(renderEssay(source).html, source).not.toContain('href');
  }
});

test.each([
  'https://x.example/?a=%0A',
  'http://x.example',
  'mailto:a@b.example',
  '/a/b',
  'a.md',
  '#a',
  '?q=1',
])('a link to %s is one', (address) => {
  expect(renderEssay(`[x](${address})\n`).html).toBe(`<p><a href="${address}">x</a></p>\n`);
});

test('a link that holds an image’s data leads nowhere', () => {
  expect(renderEssay(`[x](${png})\n`).html).toBe('<p><a>x</a></p>\n');
});

const library = [
  { hash: 'c0ffee00'.repeat(8), name: 'clock.png', width: 640, height: 480 },
  { hash: 'beefbeef'.repeat(8), name: 'wide.jpg', width: 2400, height: 1200 },
  { hash: 'abadcafe'.repeat(8), name: 'queue.svg', width: null, height: null },
];

test('an image of the library has an address of its own, its size, and smaller copies where it is large', () => {
  const image = imageBook(library);
  expect(renderEssay('![A clock](images/clock.png "Noon")\n', { image }).html).toBe(
    '<figure><img src="images/clock.c0ffee00.png" alt="A clock" width="640" height="480"><figcaption>Noon</figcaption></figure>\n',
  );
  expect(renderEssay('![](./images/queue.svg)\n', { image }).html).toBe(
    '<p><img src="images/queue.abadcafe.svg" alt=""></p>\n',
  );
  expect(renderEssay('![w](images/wide.jpg)\n', { image }).html).toBe(
    '<p><img src="images/wide.beefbeef.jpg" srcset="images/wide.beefbeef-800.jpg 800w, images/wide.beefbeef-1600.jpg 1600w, images/wide.beefbeef.jpg 2400w" sizes="(max-width: 44rem) 100vw, 42rem" alt="w" width="2400" height="1200"></p>\n',
  );
});

test('an image that came with an essay is found by what the essay calls it', () => {
  const image = imageBook(library, { '../img/tick tock.png': library[0]!.hash });
  const { html } = renderEssay('![](<../img/tick tock.png>) ![](../img/tick%20tock.png)\n', {
    image,
  });
  expect(html.match(/images\/clock\.c0ffee00\.png/g)).toHaveLength(2);
});

test('an image in double brackets is found by its name, and any other by its address alone', () => {
  const image = imageBook(library);
  expect(renderEssay('![[clock.png|A clock]]\n', { image }).html).toBe(
    '<p><img src="images/clock.c0ffee00.png" alt="A clock" width="640" height="480"></p>\n',
  );
  expect(renderEssay('![A clock](clock.png) ![[img/clock.png]]\n', { image }).html).not.toContain(
    '<img',
  );
  const own = imageBook(library, { 'clock.png': library[1]!.hash });
  expect(renderEssay('![[clock.png]]\n', { image: own }).html).toContain('images/wide.beefbeef');
});

test('raw HTML may say how large an image is shown, and the cleaner changes nothing when it looks again', () => {
  const image = imageBook(library);
  const source =
    '<p align="center"><img src="images/wide.jpg" width="300" srcset="//evil.example 2x" alt="w"></p>\n\n<div>\n\n![w](images/wide.jpg)\n\n</div>\n';
  const { html } = renderEssay(source, { image });
  expect(html).toContain(
    ' alt="w" width="300" height="150"></p>'.replace(
      ' alt="w" width="300"',
      ' width="300" alt="w"',
    ),
  );
  expect(html).not.toContain('evil');
  expect(cleanHtml(html, { image })).toBe(html);
});

test('an image that the library has not is named with its line; one of the web is not', () => {
  const problems = essayProblems(
    'One\ntwo ![a](images/gone.png)\n\n![b](https://x.example/b.png)\n',
  );
  expect(problems).toEqual([
    { kind: 'image', line: 1, what: 'images/gone.png', reason: 'it is not in the library' },
  ]);
});

test('the images of a text are those of its page', () => {
  const source =
    '![a](a.png) `![b](b.png)` <img src="c.png">\n\n```\n![d](d.png)\n```\n\n![e][e] ![[f.png]]\n\n[e]: e.png\n';
  expect(imageSources(source).map(({ source }) => source)).toEqual([
    'a.png',
    'e.png',
    'f.png',
    'c.png',
  ]);
  expect(imageSources(source).map(({ isEmbedded }) => isEmbedded)).toEqual([
    false,
    false,
    true,
    false,
  ]);
});

describe('an image as Obsidian writes it', () => {
  const image = (source: string) =>
    source.startsWith('sub/a b') ? { address: png, width: null, height: null } : undefined;
  const html = (source: string) => renderEssay(source, { image }).html;

  test.each([
    ['![[sub/a b.png]]', `<img src="${png}" alt="">`],
    ['![[ sub/a b.png |What it shows]]', `<img src="${png}" alt="What it shows">`],
    ['![[sub/a b.JPEG|300]]', `<img src="${png}" alt="">`],
    ['![[sub/a b.png|A "clock"|300x200]]', `<img src="${png}" alt="A &quot;clock&quot;">`],
    ['![[gone.png|A clock]]', '<span class="missing-image">A clock</span>'],
  ])('%s is shown', (source, shown) => {
    expect(html(source)).toBe(`<p>${shown}</p>\n`);
  });

  test.each([
    '`![[sub/a b.png]]`',
    '\\![[sub/a b.png]]',
    '![[Note]]',
    '![[Note#Part]]',
    '![[sub/a b.pdf]]',
    '![[sub/a b.png]',
    '![[sub/a b.png]](c.png)',
  ])('%s is not', (source) => {
    expect(html(source)).not.toContain('<img');
  });

  test('stands in a table, and is named with its line where it is missing', () => {
    expect(html('| a |\n|--|\n| ![[sub/a b.png\\|b]] |\n')).toContain(
      `<td><img src="${png}" alt="b"></td>`,
    );
    expect(essayProblems('One\n\n![[gone.png]]\n')).toMatchObject([
      { kind: 'image', line: 2, what: 'gone.png' },
    ]);
  });
});

test('images that are missing are named with their lines, those of raw HTML too', () => {
  const body =
    '![a](one.png) `<img src="no.png">`\n\n<div>\n<img alt="x"\nsrc="two.png">\n</div>\n\n<img src="https://x.example/y.png"> <img src="one.png">\n\n![[gone.png]]\n';
  const essay = { ...essayWith({ body }), coverImage: 'cover.png' };
  expect(missingImages(essay, []).map(({ source, line }) => [source, line])).toEqual([
    ['cover.png', null],
    ['one.png', 0],
    ['two.png', 3],
    ['gone.png', 9],
  ]);
});

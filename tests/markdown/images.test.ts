import { expect, test } from 'vitest';
import { renderEssay } from '#markdown/renderEssay.ts';

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
    return png;
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
  const image = () => 'data:image/svg+xml;base64,PHN2Zy8+';
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

import { describe, expect, test } from 'vitest';
import { readImage, refuseLargeImage } from '#import/images/readImage.ts';
import { png } from '../support/pictures.ts';

const svg = (inside: string, attributes = '') =>
  Buffer.from(
    `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 40 20"${attributes}>${inside}</svg>`,
  );

test('an image is told by its bytes, measured, and given a readable and safe name', () => {
  expect(readImage(png(12, 8), 'Größe der Warteschlange (2).JPG')).toMatchObject({
    stem: 'grosse-der-warteschlange-2',
    extension: 'png',
    width: 12,
    height: 8,
  });
  expect(readImage(png(1, 1), '../../etc/passwd').stem).toBe('passwd');
  expect(readImage(png(1, 1), 'CON.png').stem).toBe('image-con');
  expect(readImage(png(1, 1), '図.png').stem).toBe('image');
  expect(readImage(svg('<path d="M0 0h9"/>'), 'a.svg')).toMatchObject({
    extension: 'svg',
    width: 40,
  });
  expect(
    readImage(Buffer.from('<svg xmlns="http://www.w3.org/2000/svg"/>'), 'a.svg'),
  ).toMatchObject({
    width: null,
    height: null,
  });
});

test.each([
  ['words', Buffer.from('no image at all')],
  ['nothing', Buffer.alloc(0)],
  ['a name only', Buffer.from('%PDF-1.7')],
  ['half a header', png(5, 5).subarray(0, 14)],
])('%s with the name of an image is refused in a sentence', (_, bytes) => {
  expect(() => readImage(bytes, 'chart.png')).toThrowError(
    expect.objectContaining({
      code: 'unreadable-file',
      message: '“chart.png” is not an image that a page can show.',
    }),
  );
});

test('200 MB are refused by their number, before they are read', () => {
  expect(() => refuseLargeImage(200 * 1024 * 1024, 'scan.tiff')).toThrowError(
    '“scan.tiff” has 200 MB; an image may have 25.',
  );
});

describe('a drawing that is more than a drawing is refused:', () => {
  test.each([
    ['a script', '<script>alert(1)</script>'],
    [
      'a script under a prefix',
      '<x:script xmlns:x="http://www.w3.org/2000/svg">alert(1)</x:script>',
    ],
    ['a handler', '<rect onclick="alert(1)"/>'],
    ['HTML', '<foreignObject><body/></foreignObject>'],
    [
      'an animation that sets an address',
      '<a><set attributeName="href" to="javascript:alert(1)"/></a>',
    ],
    ['a scheme in references', '<a href="&#106;ava&#x73;cript:alert(1)"><text>x</text></a>'],
    ['a use of another file', '<use href="https://a.example/x.svg#y"/>'],
    ['a style from elsewhere', '<style>@import "https://a.example/x.css";</style>'],
    ['a beacon', '<rect fill="url(https://a.example/x.svg#y)"/>'],
    ['data that is a document', '<image href="data:image/svg+xml;base64,PHN2Zy8+"/>'],
  ])('%s', (_, inside) => {
    expect(() => readImage(svg(inside), 'plan.svg')).toThrowError(
      /^The drawing “plan.svg” .*was not taken in/,
    );
  });

  test('entities, other encodings, and a style sheet of its own', () => {
    const entity = Buffer.from(
      '<!DOCTYPE svg [<!ENTITY x "y">]><svg xmlns="http://www.w3.org/2000/svg" width="1" height="1"/>',
    );
    const wide = Buffer.from('<svg width="1" height="1"></svg>', 'utf16le');
    const styled = Buffer.from('<?xml-stylesheet href="x.css"?><svg width="1" height="1"/>');
    for (const bytes of [entity, wide, styled]) {
      expect(() => readImage(bytes, 'plan.svg')).toThrowError(
        expect.objectContaining({ code: 'unreadable-file' }),
      );
    }
  });

  test('but not one that refers to itself, holds a bitmap or a type face, or was made with a drawing program', () => {
    const inside = `<metadata><rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#"/></metadata>
      <defs><linearGradient id="a"/><style>@font-face { src: url(data:font/woff2;base64,AAAA) }</style></defs>
      <rect fill="url(#a)" style="mix-blend-mode:multiply"/><use xlink:href="#a"/>
      <image href="data:image/png;base64,iVBORw0KGgo="/><text>on time</text>`;
    expect(readImage(svg(inside), 'plan.svg').extension).toBe('svg');
  });
});

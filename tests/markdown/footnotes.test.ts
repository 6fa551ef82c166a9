import { describe, expect, test } from 'vitest';
import { renderEssay } from '#markdown/renderEssay.ts';

/** The page with what makes footnotes long to read taken out. */
const plain = (source: string) => {
  const { html } = renderEssay(source);
  return html.replace(/ (?:class|role|aria-label)="[^"]*"/g, '');
};

describe('a footnote', () => {
  test('is numbered where it is first referred to, and links back to each reference', () => {
    expect(plain('one[^b] two[^a] three[^b]\n\n[^a]: A\n[^b]: B\n')).toBe(
      '<p>one<sup><a href="#fn:1" id="fnref:1">1</a></sup> two<sup><a href="#fn:2" id="fnref:2">2</a></sup>' +
        ' three<sup><a href="#fn:1" id="fnref:1:2">1</a></sup></p>\n' +
        '<section>\n<ol>\n' +
        '<li id="fn:1">\n<p>B <a href="#fnref:1">↩︎</a> <a href="#fnref:1:2">↩︎<sup>2</sup></a></p>\n</li>\n' +
        '<li id="fn:2">\n<p>A <a href="#fnref:2">↩︎</a></p>\n</li>\n' +
        '</ol>\n</section>\n',
    );
  });

  test('may have several paragraphs, lists and code, indented by four', () => {
    const { footnotes, units } = renderEssay(
      'x[^1]\n\n[^1]: first\n\n    second\n    - item\n\n    ```\n    code\n    ```\n\nafter\n',
    );
    expect(footnotes).toContain(
      '<p>first</p>\n<p>second</p>\n<ul>\n<li>item</li>\n</ul>\n<pre tabindex="0"><code>code\n</code></pre>\n<p><a ',
    );
    expect(units.at(-1)?.html).toBe('<p>after</p>\n');
  });

  test('goes on with lazy lines, and ends at the next definition', () => {
    expect(plain('[^1][^2]\n\n[^1]: one\nlazy\n[^2]: two\n')).toMatch(
      /<p>one\nlazy .*\n.*\n.*\n<p>two /,
    );
  });

  test('may be defined in a quote or a list, and refer to others', () => {
    const { footnotes } = renderEssay('a[^x]\n\n> - [^x]: X[^y]\n\n[^y]: Y\n');
    expect(footnotes).toMatch(/<li id="fn:1">\n<p>X<sup.*id="fnref:2".*<li id="fn:2">\n<p>Y /s);
  });

  test('that refers to itself ends', () => {
    expect(renderEssay('[^1]\n\n[^1]: me[^1]\n').footnotes.match(/id="fnref:1:2"/g)).toHaveLength(
      1,
    );
  });

  test('that nothing refers to is not shown', () => {
    expect(renderEssay('text\n\n[^1]: unused\n').html).toBe('<p>text</p>\n');
  });

  test('defined twice says what it said first', () => {
    expect(renderEssay('[^a]\n\n[^a]: first\n\n[^A]: second\n').footnotes).toMatch(/first/);
  });
});

test('a reference without a definition is text', () => {
  expect(renderEssay('a[^none] b\n').html).toBe('<p>a[^none] b</p>\n');
  expect(renderEssay('a[^two words]\n\n[^two words]: /x\n').html).not.toContain('footnote');
});

test('inside a link a reference is text, for no link can stand in another', () => {
  expect(renderEssay('[a *b[^1]*][r]\n\n[^1]: x\n[r]: /u\n').html).not.toMatch(/<a[^>]*>[^<]*<sup/);
});

test('raw HTML in a footnote is cleaned', () => {
  const { footnotes } = renderEssay('[^1]\n\n[^1]: <b onclick="x()">bold\n');
  expect(footnotes).toContain('<b>bold');
  expect(footnotes).not.toContain('onclick');
});

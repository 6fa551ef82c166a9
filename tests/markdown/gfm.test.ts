import { describe, expect, test } from 'vitest';
import { openLivePage } from '#markdown/livePage.ts';
import { renderEssay } from '#markdown/renderEssay.ts';

const html = (source: string) => renderEssay(source).html;

describe('tables', () => {
  test('align their columns', () => {
    expect(html('| abc | defghi |\n:-: | -----------:\nbar | baz\n')).toBe(
      '<table>\n<thead>\n<tr>\n<th align="center">abc</th>\n<th align="right">defghi</th>\n</tr>\n</thead>\n' +
        '<tbody>\n<tr>\n<td align="center">bar</td>\n<td align="right">baz</td>\n</tr>\n</tbody>\n</table>\n',
    );
  });

  test('have no heading over a column of names', () => {
    expect(html('|  | *a* | |\n| - | :-: | :-: |\n| b | c |\n')).toContain(
      '<thead>\n<tr>\n<td></td>\n<th align="center"><em>a</em></th>\n<td align="center"></td>\n</tr>\n</thead>',
    );
  });

  test('hold an escaped pipe, in code too', () => {
    const table = html('| f\\|oo  |\n| ------ |\n| b `\\|` az |\n| b **\\|** im |\n');
    expect(table).toContain('<th>f|oo</th>');
    expect(table).toContain('<td>b <code>|</code> az</td>');
    expect(table).toContain('<td>b <strong>|</strong> im</td>');
  });

  test('end at a blank line or another block', () => {
    expect(html('| abc | def |\n| --- | --- |\n| bar | baz |\n> bar\n')).toMatch(
      /<\/table>\n<blockquote>\n<p>bar<\/p>\n<\/blockquote>\n$/,
    );
    expect(html('| abc | def |\n| --- | --- |\n| bar | baz |\nbar\n\nbar\n')).toMatch(
      /<td>bar<\/td>\n<td><\/td>\n<\/tr>\n<\/tbody>\n<\/table>\n<p>bar<\/p>\n$/,
    );
  });

  test('need as many delimiters as headings', () => {
    expect(html('| abc | def |\n| --- |\n| bar |\n')).toBe(
      '<p>| abc | def |\n| --- |\n| bar |</p>\n',
    );
  });

  test('fill and cut rows to the width of the heading', () => {
    expect(html('| abc | def |\n| --- | --- |\n| bar |\n| bar | baz | boo |\n')).toContain(
      '<td>bar</td>\n<td></td>\n</tr>\n<tr>\n<td>bar</td>\n<td>baz</td>\n</tr>',
    );
  });

  test('may have no rows', () => {
    expect(html('| abc | def |\n| --- | --- |\n')).not.toContain('<tbody>');
  });
});

describe('strikethrough', () => {
  test('is one tilde or two', () => {
    expect(html('~~Hi~~ Hello, ~there~ world!\n')).toBe(
      '<p><del>Hi</del> Hello, <del>there</del> world!</p>\n',
    );
  });

  test('ends with its paragraph', () => {
    expect(html('This ~~has a\n\nnew paragraph~~.\n')).toBe(
      '<p>This ~~has a</p>\n<p>new paragraph~~.</p>\n',
    );
  });

  test('is not three tildes', () => {
    expect(html('This will ~~~not~~~ strike.\n')).toBe('<p>This will ~~~not~~~ strike.</p>\n');
  });

  test('does not close one tilde with two', () => {
    expect(html('~a~~ and ~~b~\n')).toBe('<p><del>a~~ and ~~b</del></p>\n');
    expect(html('~a~~\n')).toBe('<p>~a~~</p>\n');
  });

  test('nests with emphasis', () => {
    expect(html('*~a **b**~*\n')).toBe('<p><em><del>a <strong>b</strong></del></em></p>\n');
  });
});

describe('task lists', () => {
  test('show what is done', () => {
    const list = html('- [x] foo\n  - [ ] bar\n  - [x] baz\n- [ ] bim\n');
    expect(list.match(/<input [^>]*type="checkbox">/g)).toHaveLength(4);
    expect(list.match(/ checked=""/g)).toHaveLength(2);
    expect(list).toMatch(/> foo\n<ul>/);
  });
});

describe('autolinks', () => {
  const link = (href: string, text = href) => `<a href="${href}">${text}</a>`;
  test.each([
    ['www.commonmark.org', link('http://www.commonmark.org', 'www.commonmark.org')],
    [
      'Visit www.commonmark.org/a.b.',
      `Visit ${link('http://www.commonmark.org/a.b', 'www.commonmark.org/a.b')}.`,
    ],
    [
      '(www.google.com/search?q=Markup+(business))',
      `(${link('http://www.google.com/search?q=Markup+(business)', 'www.google.com/search?q=Markup+(business)')})`,
    ],
    [
      'www.google.com/search?q=commonmark&hl=en',
      link(
        'http://www.google.com/search?q=commonmark&amp;hl=en',
        'www.google.com/search?q=commonmark&amp;hl=en',
      ),
    ],
    [
      'www.commonmark.org/he<lp',
      `${link('http://www.commonmark.org/he', 'www.commonmark.org/he')}&lt;lp`,
    ],
    ['http://commonmark.org', link('http://commonmark.org')],
    ['foo@bar.baz', link('mailto:foo@bar.baz', 'foo@bar.baz')],
    [
      "hello@mail+xyz.example isn't valid, but hello+xyz@mail.example is.",
      `hello@mail+xyz.example isn't valid, but ${link('mailto:hello+xyz@mail.example', 'hello+xyz@mail.example')} is.`,
    ],
    ['a.b-c_d@a.b_', 'a.b-c_d@a.b_'],
  ])('%s', (source, expected) => {
    expect(html(`${source}\n`)).toBe(`<p>${expected}</p>\n`);
  });
});

test('elements that GFM disallows are shown as text where they are not a whole element', () => {
  expect(
    html('<strong> <title> <style> <em>\n\n<blockquote>\n  <xmp> is disallowed.\n</blockquote>\n'),
  ).toBe(
    '<p><strong> &lt;title&gt; &lt;style&gt; <em></em></strong></p>\n' +
      '<blockquote>\n  &lt;xmp&gt; is disallowed.\n</blockquote>\n',
  );
});

test('a line break of any kind is one', () => {
  const unix = '# a\n\n- b\n- c\n\n```\nd\n```\n';
  expect(renderEssay(unix.replaceAll('\n', '\r\n'))).toEqual(renderEssay(unix));
  expect(renderEssay(unix.replaceAll('\n', '\r'))).toEqual(renderEssay(unix));
  expect(openLivePage('a\r\nb\rc').source()).toBe('a\nb\nc');
});

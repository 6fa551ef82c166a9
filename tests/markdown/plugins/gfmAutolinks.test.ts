import MarkdownIt from 'markdown-it';
import { describe, expect, test } from 'vitest';
import { gfmAutolinks } from '#markdown/plugins/gfmAutolinks.ts';

const markdown = new MarkdownIt({ html: true }).use(gfmAutolinks);
const inline = (source: string) => markdown.renderInline(source);
const link = (href: string, text = href) => `<a href="${href}">${text}</a>`;

describe('the examples of GitHub Flavored Markdown 6.9', () => {
  test.each([
    ['www.commonmark.org', link('http://www.commonmark.org', 'www.commonmark.org')],
    [
      'Visit www.commonmark.org/help for more information.',
      `Visit ${link('http://www.commonmark.org/help', 'www.commonmark.org/help')} for more information.`,
    ],
    [
      'Visit www.commonmark.org.',
      `Visit ${link('http://www.commonmark.org', 'www.commonmark.org')}.`,
    ],
    [
      'Visit www.commonmark.org/a.b.',
      `Visit ${link('http://www.commonmark.org/a.b', 'www.commonmark.org/a.b')}.`,
    ],
    [
      'www.google.com/search?q=Markup+(business)',
      link(
        'http://www.google.com/search?q=Markup+(business)',
        'www.google.com/search?q=Markup+(business)',
      ),
    ],
    [
      'www.google.com/search?q=Markup+(business)))',
      `${link('http://www.google.com/search?q=Markup+(business)', 'www.google.com/search?q=Markup+(business)')}))`,
    ],
    [
      '(www.google.com/search?q=Markup+(business))',
      `(${link('http://www.google.com/search?q=Markup+(business)', 'www.google.com/search?q=Markup+(business)')})`,
    ],
    [
      '(www.google.com/search?q=Markup+(business)',
      `(${link('http://www.google.com/search?q=Markup+(business)', 'www.google.com/search?q=Markup+(business)')}`,
    ],
    [
      'www.google.com/search?q=(business))+ok',
      link(
        'http://www.google.com/search?q=(business))+ok',
        'www.google.com/search?q=(business))+ok',
      ),
    ],
    [
      'www.google.com/search?q=commonmark&hl=en',
      link(
        'http://www.google.com/search?q=commonmark&amp;hl=en',
        'www.google.com/search?q=commonmark&amp;hl=en',
      ),
    ],
    [
      'www.google.com/search?q=commonmark&hl;',
      `${link('http://www.google.com/search?q=commonmark', 'www.google.com/search?q=commonmark')}&amp;hl;`,
    ],
    [
      'www.commonmark.org/he<lp',
      `${link('http://www.commonmark.org/he', 'www.commonmark.org/he')}&lt;lp`,
    ],
    ['http://commonmark.org', link('http://commonmark.org')],
    [
      '(Visit https://encrypted.google.com/search?q=Markup+(business))',
      `(Visit ${link('https://encrypted.google.com/search?q=Markup+(business)')})`,
    ],
    ['foo@bar.baz', link('mailto:foo@bar.baz', 'foo@bar.baz')],
    [
      'hello@mail+xyz.example isn’t valid, but hello+xyz@mail.example is.',
      `hello@mail+xyz.example isn’t valid, but ${link('mailto:hello+xyz@mail.example', 'hello+xyz@mail.example')} is.`,
    ],
    ['a.b-c_d@a.b', link('mailto:a.b-c_d@a.b', 'a.b-c_d@a.b')],
    ['a.b-c_d@a.b.', `${link('mailto:a.b-c_d@a.b', 'a.b-c_d@a.b')}.`],
    ['a.b-c_d@a.b-', 'a.b-c_d@a.b-'],
    ['a.b-c_d@a.b_', 'a.b-c_d@a.b_'],
    ['mailto:foo@bar.baz', link('mailto:foo@bar.baz')],
    ['mailto:a.b-c_d@a.b', link('mailto:a.b-c_d@a.b')],
    ['mailto:a.b-c_d@a.b.', `${link('mailto:a.b-c_d@a.b')}.`],
    ['mailto:a.b-c_d@a.b/', `${link('mailto:a.b-c_d@a.b')}/`],
    ['mailto:a.b-c_d@a.b-', 'mailto:a.b-c_d@a.b-'],
    ['mailto:a.b-c_d@a.b_', 'mailto:a.b-c_d@a.b_'],
    ['xmpp:foo@bar.baz', link('xmpp:foo@bar.baz')],
    ['xmpp:foo@bar.baz.', `${link('xmpp:foo@bar.baz')}.`],
    ['xmpp:foo@bar.baz/txt', link('xmpp:foo@bar.baz/txt')],
    ['xmpp:foo@bar.baz/txt@bin', link('xmpp:foo@bar.baz/txt@bin')],
    ['xmpp:foo@bar.baz/txt@bin.com', link('xmpp:foo@bar.baz/txt@bin.com')],
    ['xmpp:foo@bar.baz/txt/bin', `${link('xmpp:foo@bar.baz/txt')}/bin`],
  ])('%s', (source, html) => {
    expect(inline(source)).toBe(html);
  });
});

describe('an address begins', () => {
  const page = link('http://www.a.example', 'www.a.example');
  test.each([
    ['after white space', 'x www.a.example', `x ${page}`],
    ['after a parenthesis', '(www.a.example)', `(${page})`],
    ['in emphasis', '*www.a.example*', `<em>${page}</em>`],
    [
      'in strong emphasis, with a path in stars',
      '**https://a.example/*b*c**',
      `<strong>${link('https://a.example/*b*c')}</strong>`,
    ],
    ['not inside a word', 'xwww.a.example', 'xwww.a.example'],
    ['not after a slash', '/www.a.example', '/www.a.example'],
    ['not inside another word with a scheme', 'xhttps://a.example', 'xhttps://a.example'],
    [
      'after a quotation mark when it has a scheme',
      '“https://a.example”',
      `“${link('https://a.example')}”`,
    ],
  ])('%s', (_, source, html) => {
    expect(inline(source)).toBe(html);
  });
});

describe('an address is none', () => {
  test.each([
    ['without a domain', 'www. www..b http:// https://.'],
    ['with _ in the last two parts of the domain', 'www.a_b.example www.x.a_b http://a_b.example'],
    ['with a scheme of its own', 'ftp://a.example javascript://a.example'],
    ['in code', '`www.a.example`'],
    ['when escaped', 'www\\.a.example'],
  ])('%s', (_, source) => {
    expect(inline(source)).not.toContain('<a ');
  });

  test('with _ further to the left it is one', () => {
    expect(inline('http://a_b.c.example')).toBe(link('http://a_b.c.example'));
  });
});

describe('beside other markup', () => {
  test.each([
    [
      'a link’s text is not linked again',
      '[see https://a.example and b@c.example](/d)',
      '<a href="/d">see https://a.example and b@c.example</a>',
    ],
    [
      'nor is that of a raw link',
      '<a href="/d">www.a.example b@c.example</a>',
      '<a href="/d">www.a.example b@c.example</a>',
    ],
    [
      'an address in brackets ends with them',
      '[https://a.example]',
      `[${link('https://a.example')}]`,
    ],
    [
      'stars and underscores in a path are no emphasis',
      'https://a.example/_b_*c*d',
      link('https://a.example/_b_*c*d'),
    ],
    [
      'an entity in an address is decoded',
      'https://a.example/?b&amp;c',
      link('https://a.example/?b&amp;c'),
    ],
    [
      'a server of one word with a scheme',
      'http://localhost:3000/x',
      link('http://localhost:3000/x'),
    ],
    [
      'punctuation at the end is the sentence’s',
      'https://a.example/b!?.,:*_~',
      `${link('https://a.example/b')}!?.,:*_~`,
    ],
    [
      'an e-mail between underscores',
      'a _b@c.example_ d',
      `a <em>${link('mailto:b@c.example', 'b@c.example')}</em> d`,
    ],
    [
      'several in one line',
      'a@b.example,c@d.example',
      `${link('mailto:a@b.example', 'a@b.example')},${link('mailto:c@d.example', 'c@d.example')}`,
    ],
  ])('%s', (_, source, html) => {
    expect(inline(source)).toBe(html);
  });
});

test.each([
  ['half-started addresses', '_www._'],
  ['half-started schemes', 'http://_'],
  ['at signs', 'a@'],
  ['e-mails that do not end', 'a.b_@c-'],
  ['parentheses', 'www.a.example/)'],
  ['entities', 'https://a.example/&a;'],
])('200 KB of %s is one line like any other', (_, piece) => {
  expect(inline(piece.repeat(200_000 / piece.length)).length).toBeGreaterThan(100_000);
});

import MarkdownItParser from 'markdown-it';
import { expect, test } from 'vitest';
import { writtenLinks } from '#markdown/plugins/links.ts';
import { plainTokens } from '#markdown/plugins/plainTokens.ts';

const source = [
  '# A *heading* with `code`',
  '> - one **two**\n> - [three](/four "five") ![six](seven.png)',
  '| a | b |\n|---|:-:|\n| 1 | ~~2~~ |',
  '```ts title="x"\nlet a = 1;\n```',
  'a<br>b\\\nc &amp; <https://example.com>',
  '<div>\nraw\n</div>',
].join('\n\n');

test('tokens made in one step are the tokens that markdown-it makes', () => {
  const theirs = new MarkdownItParser({ html: true }).parse(source, {});
  const ours = new MarkdownItParser({ html: true }).use(plainTokens).parse(source, {});
  const fields = (tokens: typeof ours): unknown =>
    tokens.map((token) => ({ ...token, children: token.children && fields(token.children) }));
  expect(fields(ours)).toEqual(fields(theirs));
  expect(ours[0]).toBeInstanceOf(MarkdownItParser.Token);
});

test.each([
  'https://example.com/a/b_c-d.html#e',
  'https://example.com',
  'http://EXAMPLE.com/ä',
  'https://exa_mple.com/',
  'https://user@example.com:80/?q=a b#ä',
  '../essays/one.md#two',
  'images/a%20b.png',
  '',
])('the address %j is encoded as markdown-it encodes it', (address) => {
  const md = new MarkdownItParser();
  const encoded = md.utils.escapeHtml(md.normalizeLink(address));
  expect(md.use(writtenLinks).render(`[a](<${address}>)`)).toBe(
    `<p><a href="${encoded}">a</a></p>\n`,
  );
});

import { GFM, parser } from '@lezer/markdown';
import { describe, expect, test } from 'vitest';
import { destination, isAddress } from '#renderer/editor/commands/link.ts';
import { htmlToMarkdown as markdown } from '#renderer/editor/paste/htmlToMarkdown.ts';

describe('formatted text becomes Markdown', () => {
  test.each([
    ['<p>A <strong>strong</strong> and <em>soft</em> word</p>', 'A **strong** and *soft* word\n'],
    ['see <a href="https://a.example/x">this</a>', 'see [this](https://a.example/x)'],
    ['<h2>Head</h2><p>Text</p>', '## Head\n\nText\n'],
    ['<ul><li>one<ul><li>inner</li></ul></li><li>two</li></ul>', '- one\n  - inner\n- two\n'],
    ['<ol start="3"><li>three</li><li>four</li></ol>', '3. three\n4. four\n'],
    ['<blockquote><p>said</p></blockquote>', '> said\n'],
    [
      '<p>So:</p><pre><code class="language-js">let a;\nlet b;</code></pre>',
      'So:\n\n```js\nlet a;\nlet b;\n```\n',
    ],
    [
      '<table><tr><th>a</th><th align="right">b</th></tr><tr><td>1</td><td>x|y</td></tr></table>',
      '| a | b |\n| - | -: |\n| 1 | x\\|y |\n',
    ],
    ['<p><del>old</del> new</p>', '~~old~~ new\n'],
    ['<ul><li><input type="checkbox" checked>done</li></ul>', '- [x] done\n'],
    [
      '<p>x <img src="https://a.example/i.png" alt="A chart"></p>',
      'x ![A chart](https://a.example/i.png)\n',
    ],
  ])('%s', (html, expected) => {
    expect(markdown(html)).toBe(expected);
  });
});

describe('what programs add of their own goes', () => {
  test('Google Docs: wrapper, styles, redirects', () => {
    const html =
      '<b style="font-weight:normal;" id="docs-internal-guid-7"><p dir="ltr"><span style="font-weight:700;">Bold</span>' +
      '<span style="font-weight:400;"> and </span><span style="font-style:italic;">soft</span> ' +
      '<a href="https://www.google.com/url?q=https%3A%2F%2Fa.example%2Fx&amp;sa=D">link</a></p></b>';
    expect(markdown(html)).toBe('**Bold** and *soft* [link](https://a.example/x)\n');
  });

  test('Chromium: every style written out on every tag', () => {
    const all = 'color: rgb(0, 0, 0); text-transform: none; display: inline !important;';
    const html =
      `<span style="font-style: normal; font-weight: 400; ${all}">A </span>` +
      `<em style="font-weight: 400; ${all}">soft</em> ` +
      `<strong style="font-weight: 650; font-style: normal; ${all}">loud</strong> ` +
      `<span style="font-weight: 550; font-style: normal; ${all}">end</span>`;
    expect(markdown(html)).toBe('A *soft* **loud** end');
  });

  test('Word: list paragraphs, drawn bullets, office elements', () => {
    const item = (level: number, mark: string, text: string) =>
      `<p class="MsoListParagraph" style="mso-list:l0 level${level} lfo1"><span style="mso-list:Ignore">${mark}<span>   </span></span>${text}<o:p></o:p></p>`;
    const html = `<p class="MsoNormal">Plan<o:p></o:p></p>${item(1, '·', 'one')}${item(2, 'o', 'inner')}${item(1, '·', 'two')}`;
    expect(markdown(html)).toBe('Plan\n\n- one\n  - inner\n- two\n');
  });

  test('tracking images, hidden text, styles and comments', () => {
    const html =
      '<style>p{}</style><!-- note --><p>Seen <b>here</b><img src="https://t.example/p.gif" width="1" height="1">' +
      '<span style="display:none">secret</span></p>';
    expect(markdown(html)).toBe('Seen **here**\n');
  });
});

describe('plain text is better', () => {
  test.each([
    '<p>same words</p>',
    '<meta charset="utf-8"><span style="color: red">same words</span>',
    '<div><div><span>line</span></div><div>line</div></div>',
    '<pre><span>let a;</span></pre>',
  ])('%s', (html) => {
    expect(markdown(html)).toBeNull();
  });
});

test.each([
  '<script>alert(1)</script><b>x</b>',
  '<img src=x onerror=alert(1)><b>x</b>',
  '<a href="javascript:alert(1)"><b>x</b></a>',
  '<a href="java&#9;script:alert(1)"><b>x</b></a>',
  '<a href="data:text/html,<script>alert(1)</script>"><b>x</b></a>',
  '<a href="file:///etc/passwd"><b>x</b></a>',
  '<a href="https://a.example/)%20<img src=x onerror=alert(1)>"><b>x</b></a>',
  '<iframe srcdoc="<script>alert(1)</script>"></iframe><b>x</b>',
  '<svg><script>alert(1)</script><a href="javascript:alert(1)">x</a></svg><b>x</b>',
  '<math><mtext><style><img src=x onerror=alert(1)></style></mtext></math><b>x</b>',
  '<p>&lt;img src=x onerror=alert(1)&gt; <b>x</b></p>',
  '<p>&lt;!-- <b>x</b> --&gt; &lt;?php ?&gt; &lt;![CDATA[</p>',
  '<p>](javascript:alert(1)) [<b>x</b>](javascript:alert(1))</p>',
  '<img src="https://a.example/i.png" alt="](x) <img src=x onerror=alert(1)>"><b>x</b>',
  '<pre><code class="language-<style/onload=alert(1)>">x</code></pre><b>x</b>',
  '<table><tr><td>&lt;script&gt;alert(1)&lt;/script&gt;</td></tr></table>',
  '<p>text</p>&lt;div onclick=alert(1)&gt;<b>x</b>',
  '<form action="https://evil.example"><button>go</button><input value="x"></form><b>x</b>',
  '<noscript><img src=x onerror=alert(1)></noscript><template><b>x</b></template><b>x</b>',
  '<link rel=stylesheet href=https://evil.example><base href=https://evil.example><b>x</b>',
])('nothing of it runs or is HTML: %s', (html) => {
  const text = markdown(html)!;
  const names: string[] = [];
  const addresses: string[] = [];
  parser
    .configure(GFM)
    .parse(text)
    .iterate({
      enter(node) {
        names.push(node.name);
        if (node.name === 'URL') addresses.push(text.slice(node.from, node.to));
      },
    });
  expect(names.filter((name) => /HTML|Comment|Processing/.test(name))).toEqual([]);
  for (const address of addresses) expect(address).toMatch(/^<?https:\/\//);
});

test.each([
  ['https://a.example', true],
  ['www.a.example/x?y=z', true],
  ['mailto:me@a.example', true],
  ['javascript:alert(1)', false],
  ['two https://a.example', false],
  ['a.example', false],
])('%s is an address: %s', (text, expected) => {
  expect(isAddress(text)).toBe(expected);
});

test('an address with parentheses does not end its link early', () => {
  expect(destination('https://a.example/(x)')).toBe('<https://a.example/(x)>');
});

test('HTML that is nested deeper than any text is pasted as plain text', () => {
  expect(markdown(`<b>deep</b>${'<div>'.repeat(10_000)}`)).toBeNull();
});

import fc from 'fast-check';
import { parseFragment } from 'parse5';
import { describe, expect, test } from 'vitest';
import { languageNames } from '#markdown/code/languages.ts';
import { highlightCode } from '#markdown/plugins/highlightCode.ts';

const isColoured = (html: string) => html.includes('class="hljs-');

test('code is coloured by classes', () => {
  expect(highlightCode('const a = "<b>";\n', 'ts')).toBe(
    '<pre><code class="language-ts"><span class="hljs-keyword">const</span> <span class="hljs-title">a</span> = <span class="hljs-string">"&lt;b&gt;"</span>;\n</code></pre>',
  );
});

test.each(
  'ts tsx js jsx mjs py python go rs rust c cpp c++ cs csharp java kt kotlin swift rb ruby php sh bash zsh console powershell ps1 sql postgresql json jsonc yaml yml toml ini html xml svg css scss less md markdown diff patch dockerfile docker makefile nginx lua perl r scala haskell hs elixir erlang clojure clj dart graphql protobuf http objectivec julia nix vue'.split(
    ' ',
  ),
)('%s names a language', (name) => {
  const samples =
    'if "a" 1\n# b\n// c\n$ ls\nselect 1\n{"a": 1}\na: "b"\n<p>x</p>\n+ d\n- e\nlet f = "g"\n(def h 1)\n* i\np { color: red }\nFROM x\na = 1\nGET / HTTP/1.1\nHost: x\n';
  const html = highlightCode(samples, name);
  expect(html.startsWith(`<pre><code class="language-${name}">`)).toBe(true);
  expect(isColoured(html)).toBe(true);
});

describe('the info string', () => {
  test.each([
    ['more words', 'ts title="x" {3-5}'],
    ['braces right after', 'ts{3-5}'],
    ['a comma right after', 'ts,ignore'],
    ['space before', '  ts'],
  ])('may hold %s', (_, info) => {
    expect(highlightCode('const a', info)).toBe(
      '<pre><code class="language-ts"><span class="hljs-keyword">const</span> <span class="hljs-title">a</span></code></pre>',
    );
  });

  test('may be empty or name a language nobody knows', () => {
    expect(highlightCode('<a>', '')).toBe('<pre><code>&lt;a&gt;</code></pre>');
    expect(highlightCode('<a>', 'föö')).toBe(
      '<pre><code class="language-föö">&lt;a&gt;</code></pre>',
    );
    expect(highlightCode('a', 'constructor')).toBe(
      '<pre><code class="language-constructor">a</code></pre>',
    );
  });

  test.each([
    '<style/onload=alert(1)>',
    'x"><img/src=x/onerror=alert(1)>',
    "'onclick=x",
    'a'.repeat(99),
  ])('gives no class when it is %s', (info) => {
    expect(highlightCode('a', info)).toBe('<pre><code>a</code></pre>');
  });
});

test('a block over 100 KB and one with a line over 1,000 characters come plain', () => {
  expect(isColoured(highlightCode('const a = 1;\n'.repeat(10_000), 'ts'))).toBe(false);
  expect(isColoured(highlightCode(`const a = "${'x'.repeat(1_000)}";`, 'ts'))).toBe(false);
  expect(isColoured(highlightCode('const a = 1;\n'.repeat(1_000), 'ts'))).toBe(true);
});

test.each([
  ['a C function that never opens', 'c', 'a'],
  ['C# prose', 'csharp', 'a '],
  ['shell expansions that never close', 'bash', '${'],
  ['YAML of spaces', 'yaml', ' '],
  ['JavaScript brackets that never close', 'js', '({['],
  ['HTML elements that never close', 'html', '<a '],
])('50 KB of %s is code like any other', (_, name, piece) => {
  const line = `${piece.repeat(80 / piece.length)}\n`;
  const code = line.repeat(50_000 / line.length);
  const [pre] = parseFragment(highlightCode(code, name)).childNodes;
  expect(pre && text(pre)).toBe(code);
});

test('whatever is written in whatever language, the text stays line for line', () => {
  const code = fc.string({
    unit: fc.oneof(
      fc.constantFrom(
        '\n',
        '<',
        '>',
        '&',
        '"',
        "'",
        '`',
        '/*',
        '*/',
        '//',
        '#',
        '<script>',
        '</code>',
        '${',
        '<!--',
        '"""',
        '\t',
      ),
      fc.string({ unit: 'grapheme', maxLength: 4 }).filter((text) => !/[\r\0]/.test(text)),
    ),
    maxLength: 40,
  });
  fc.assert(
    fc.property(code, fc.constantFrom(...languageNames), (source, name) => {
      const [pre] = parseFragment(highlightCode(source, name)).childNodes;
      expect(pre && text(pre)).toBe(source);
    }),
    { numRuns: 1000 },
  );
});

function text(node: object): string {
  if ('value' in node) return String(node.value);
  return 'childNodes' in node ? (node.childNodes as object[]).map(text).join('') : '';
}

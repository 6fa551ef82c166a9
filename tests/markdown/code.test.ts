import { describe, expect, test } from 'vitest';
import { cleanHtml } from '#markdown/cleanHtml.ts';
import { renderEssay } from '#markdown/renderEssay.ts';

const html = (info: string, code = 'a\nb\nc\n') =>
  renderEssay(`\`\`\`${info}\n${code}\`\`\`\n`).html;

describe('a title stands above the code, as its caption', () => {
  test.each([
    ['txt title="a <b>.ts"', 'a &lt;b&gt;.ts'],
    ["txt title='a b'", 'a b'],
    ['txt title=a.ts', 'a.ts'],
    ['txt {1} title="a" showLineNumbers', 'a'],
  ])('%s', (info, title) => {
    expect(html(info)).toMatch(
      new RegExp(
        `^<figure class="code-figure"><figcaption>${title}</figcaption><pre[^>]*><code [^>]*>[\\s\\S]*</code></pre></figure>\n$`,
      ),
    );
  });

  test.each(['txt title=""', 'txt subtitle="a"', 'txt'])('none: %s', (info) => {
    expect(html(info)).not.toContain('figure');
  });
});

describe('lines are pointed out by their numbers', () => {
  const marked = (info: string) =>
    [...html(info, 'a\nb\nc\nd\ne\n').matchAll(/<mark class="code-line">(.)<\/mark>/g)]
      .map(([, line]) => line)
      .join('');

  test.each([
    ['txt {2,4-5}', 'bde'],
    ['txt{1}', 'a'],
    ['txt { 1 , 3 }', 'ac'],
    ['txt {1} {2}', 'ab'],
    ['{2}', 'b'],
    ['txt {0,9-99}', ''],
    ['txt {5-1}', ''],
    ['txt {a}', ''],
    ['txt {}', ''],
    ['txt', ''],
  ])('%s: %s', (info, lines) => {
    expect(marked(info)).toBe(lines);
  });

  test('also in coloured code, whose text stays line for line', () => {
    const shown = html('ts {2}', 'const a = 1;\nconst b = "2";\n');
    expect(shown).toContain('<mark class="code-line"><span class="hljs-keyword">const</span>');
    expect(shown.replace(/<[^>]*>/g, '')).toBe('const a = 1;\nconst b = "2";\n\n');
  });
});

test('lines are counted when asked, by the page style, so that a copy holds the code alone', () => {
  expect(html('txt showLineNumbers {2}')).toBe(
    '<pre class="code-numbered" tabindex="0"><code class="language-txt"><span class="code-line">a</span>\n<mark class="code-line">b</mark>\n<span class="code-line">c</span>\n</code></pre>\n',
  );
  expect(html('txt title="showLineNumbers"')).not.toContain('numbered');
});

test('rows are still tied to their lines', () => {
  const { units } = renderEssay('a\n\n```txt title="t" {1}\na\nb\n```\n');
  expect(units[1]!.anchors).toEqual([
    { line: 0, lines: 4, element: 2, kind: 'block' },
    { line: 1, lines: 2, element: 3, kind: 'rows' },
  ]);
});

test('the cleaner leaves all of it as it is', () => {
  const shown = html('ts title="a" {2} showLineNumbers', 'const a = 1;\nb\n');
  expect(cleanHtml(shown)).toBe(shown);
});

import { Text } from '@codemirror/state';
import { expect, it } from 'vitest';
import { plainPage } from '#renderer/preview/plainPage.ts';

it('shows every line of the source, in units that follow each other', () => {
  const lines = Array.from({ length: 450 }, (_, line) => `line ${line} <b> & </b>`);
  const { units } = plainPage(Text.of(lines));
  expect(units.map(({ line, lines: count }) => [line, count])).toEqual([
    [0, 200],
    [200, 200],
    [400, 50],
  ]);
  const shown = units.map(({ html }) => html.replace(/^<pre[^>]*>\n|<\/pre>\n$/g, '')).join('');
  expect(shown.replaceAll('&lt;', '<').replaceAll('&amp;', '&')).toBe(`${lines.join('\n')}\n`);
});

it('has no markup of the source', () => {
  const [unit] = plainPage(Text.of(['</pre><img src=x onerror=alert(1)>&lt;'])).units;
  expect(unit?.html).toBe(
    '<pre class="plain-source">\n&lt;/pre>&lt;img src=x onerror=alert(1)>&amp;lt;\n</pre>\n',
  );
});

it('cuts a line that is too long for a browser, between characters, and nothing of it is lost', () => {
  const line = `x${'🖋'.repeat(20_000)}`;
  const { units } = plainPage(Text.of(['Before.', line, 'After.']));
  expect(units.map(({ line: first, lines }) => [first, lines])).toEqual([
    [0, 1],
    [1, 1],
    [2, 1],
  ]);
  const pieces = [...units[1]!.html.matchAll(/<pre class="plain-source piece">\n(.*)\n<\/pre>\n/g)];
  expect(pieces.map(([, text]) => text).join('')).toBe(line);
  for (const [, text] of pieces) {
    expect(text!.length).toBeLessThanOrEqual(16_000);
    expect(text).not.toMatch(/^[\udc00-\udfff]|[\ud800-\udbff]$/);
  }
});

it('has an empty unit for an empty text', () => {
  expect(plainPage(Text.empty).units).toHaveLength(1);
});

import { describe, expect, test } from 'vitest';
import { renderEssay } from '#markdown/renderEssay.ts';
import { dangersIn } from '../support/dangersIn.ts';
import { hostilePayloads } from '../support/hostilePayloads.ts';

const units = (source: string) => renderEssay(source).units.map(({ html }) => html);

describe('blocks that raw HTML binds together are one unit', () => {
  test('from where a tag opens to where it closes', () => {
    expect(units('a\n\n<details>\n<summary>s</summary>\n\n*b*\n\n</details>\n\nc\n')).toEqual([
      '<p>a</p>\n',
      '<details>\n<summary>s</summary>\n<p><em>b</em></p>\n</details>\n',
      '<p>c</p>\n',
    ]);
  });

  test('with what is nested in it', () => {
    expect(units('<div>\n\n<details>\n\na\n\n</details>\n\n</div>\n\nb\n')).toHaveLength(2);
  });

  test('not where nothing closes the tag', () => {
    expect(units('<div>\n\na\n\nb\n')).toEqual(['<div>\n</div>\n', '<p>a</p>\n', '<p>b</p>\n']);
  });

  test('not where a tag closes nothing', () => {
    expect(units('a\n\n</div>\n\nb\n').filter((html) => html.trim())).toEqual([
      '<p>a</p>\n',
      '<p>b</p>\n',
    ]);
  });
});

describe('text is never lost to a tag that was meant as text', () => {
  test.each([
    ['the <title> element', '<p>the &lt;title&gt; element</p>\n'],
    ['a <button> and a <select>.', '<p>a &lt;button&gt; and a &lt;select&gt;.</p>\n'],
    ['x <script> y\n\nz', '<p>x &lt;script&gt; y</p>\n<p>z</p>\n'],
    ['<div>\n<!-- never closed\n\nshown', '<div>\n&lt;!-- never closed\n</div>\n<p>shown</p>\n'],
    ['<div title="never closed\n\nshown', '&lt;div title="never closed\n<p>shown</p>\n'],
  ])('%j', (source, html) => {
    expect(renderEssay(source).html).toBe(html);
  });
});

test('formatting that is left open ends with its paragraph', () => {
  expect(renderEssay('<div>\n\n<b>a\n\nb\n\n</div>\n').html).toBe(
    '<div>\n<p><b>a</b></p>\n<p>b</p>\n</div>\n',
  );
});

test('comments, instructions and CDATA are not shown', () => {
  expect(renderEssay('a <!-- b --> c <?d > e?> f\n\n<?php\necho ">";\n?>\n').html.trim()).toBe(
    '<p>a  c  f</p>',
  );
});

test('an image in raw HTML is taken from what is at hand, or named', () => {
  const shown = { address: 'data:image/png;base64,AAAA', width: null, height: null };
  const image = (source: string) => (source === 'a.png' ? shown : undefined);
  expect(
    renderEssay('<img src="a.png" alt="A"> <img src="https://x.example/b.png" alt="B">\n', {
      image,
    }).html,
  ).toBe(
    '<p><img src="data:image/png;base64,AAAA" alt="A"> <a class="missing-image" href="https://x.example/b.png">B</a></p>\n',
  );
});

test('no payload leaves anything that runs or loads, wherever it stands', () => {
  for (const { name, markdown } of hostilePayloads()) {
    const inside = markdown.replaceAll('\n', '\n  ');
    const source = `${markdown}\n\n<div>\n\n${markdown}\n\n</div>\n\n- ${inside}\n\nx[^1]\n\n[^1]: ${markdown}\n`;
    expect(dangersIn(renderEssay(source).html), name).toEqual([]);
  }
});

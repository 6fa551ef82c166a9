import { expect, test } from 'vitest';
import { firstHeading } from '#import/firstHeading.ts';

test.each([
  ['# One\n\n# Two', 'One'],
  ['Words first.\n\n## Later ##\n', 'Later'],
  ['A setext\ntitle\n======\n', 'A setext title'],
  ['Another\n---\n', 'Another'],
  ['# One\r\n\r\nWords', 'One'],
  ['# One\rWords', 'One'],
  ['```sh\n# not this\n```\n\n# This\n', 'This'],
  ['    # not this\n\n# This\n', 'This'],
  ['<!--\n# not this\n-->\n\n# This\n', 'This'],
  ['> # not this\n\n- # nor this\n\n# This\n', 'This'],
  ['#not a heading\n\n# This\n', 'This'],
  [
    '# The *strong* **case** for `code` and [links](https://example.com)',
    'The strong case for code and links',
  ],
  ['# One ![logo](logo.png)', 'One'],
  ['# [name][site] [![badge][image]][site]\n\n[site]: https://example.com\n[image]: b.svg', 'name'],
  ['# ![only a logo](logo.png)\n\n## Named\n', 'Named'],
  ['# A &amp; B \\* C <br> D', 'A & B * C D'],
  ['# Anchored {#own-id}', 'Anchored'],
  ['<h1 align="center">\n  <b>In</b> &lt;HTML&gt;\n</h1>\n\n## Later\n', 'In <HTML>'],
  ['<!-- <h1>not this</h1> -->\n\n<p>Words</p>\n\n# This\n', 'This'],
  ['No heading at all.', ''],
  ['', ''],
  ['#\n', ''],
])('%j has the title %j', (body, title) => {
  expect(firstHeading(body)).toBe(title);
});

test('a hostile document gives an answer', () => {
  expect(firstHeading(`# ${'*a **a '.repeat(50_000)}`)).toMatch(/^\*a/);
  expect(firstHeading('>'.repeat(500_000))).toBe('');
  expect(firstHeading(`<p>${'<h1>'.repeat(50_000)}`)).toBe('');
  expect(firstHeading(`<p>${'<!--'.repeat(50_000)}`)).toBe('');
  expect(firstHeading(`# ${'['.repeat(100_000)}`)).toMatch(/^\[/);
});

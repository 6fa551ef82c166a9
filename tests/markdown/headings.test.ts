import { expect, test } from 'vitest';
import { renderEssay } from '#markdown/renderEssay.ts';

const ids = (source: string) => renderEssay(source).outline.map(({ id }) => id);

test.each([
  ['# Hello, World!', 'hello-world'],
  ['# What *is* `this_thing`?', 'what-is-this_thing'],
  ['# Überschrift – größer', 'überschrift--größer'],
  ['# 日本語 の 見出し', '日本語-の-見出し'],
  ['# مقدمة', 'مقدمة'],
  ['# [A link](/x) and <b>tags</b>', 'a-link-and-tags'],
  ['# !?', 'section'],
  ['Two\nlines\n===', 'two-lines'],
])('%s has the anchor %s', (source, id) => {
  const { html, outline } = renderEssay(source);
  expect(outline.map((heading) => heading.id)).toEqual([id]);
  expect(html).toContain(`<h1 id="${id}">`);
});

test('a name given twice is counted, past names that are taken', () => {
  expect(ids('# a\n# a\n# a-1\n# a\n')).toEqual(['a', 'a-1', 'a-1-1', 'a-2']);
});

test('no heading takes the anchor of a footnote', () => {
  const { html } = renderEssay('# fn:1\n# fnref:1\n# fn 1\n\nx[^1]\n\n[^1]: y\n');
  const found = [...html.matchAll(/ id="([^"]*)"/g)].map(([, id]) => id);
  expect(new Set(found).size).toBe(found.length);
});

test('an id that is written is the heading’s, and no text takes it', () => {
  const { html, outline } = renderEssay('# b\n# a {#b}\n# c {#sec:c.d}\n# `d {#d}`\n# e {#fn:1}\n');
  expect(outline.map(({ id, text }) => [id, text])).toEqual([
    ['b-1', 'b'],
    ['b', 'a'],
    ['sec:c.d', 'c'],
    ['d-d', 'd {#d}'],
    ['e-fn1', 'e {#fn:1}'],
  ]);
  expect(html).toContain('<h1 id="b">a</h1>');
});

test('the outline has level, text and line, also of headings in quotes and lists', () => {
  expect(
    renderEssay('\n\n# A `b` ![c](d)\n\n> text\n> ## In a quote\n\n- ### In an item\n').outline,
  ).toEqual([
    { level: 1, text: 'A b', id: 'a-b', line: 2, opens: true },
    { level: 2, text: 'In a quote', id: 'in-a-quote', line: 5 },
    { level: 3, text: 'In an item', id: 'in-an-item', line: 7 },
  ]);
});

test('a heading of images alone is called what they are', () => {
  expect(renderEssay('# ![The logo](x.png)\n').outline[0]?.text).toBe('The logo');
});

test('a heading in a footnote is none of the outline', () => {
  expect(ids('# a\n\n[^1]\n\n[^1]: # b\n')).toEqual(['a']);
});

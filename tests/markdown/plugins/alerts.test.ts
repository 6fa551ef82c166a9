import MarkdownIt from 'markdown-it';
import { expect, test } from 'vitest';
import { alerts } from '#markdown/plugins/alerts.ts';

const markdown = new MarkdownIt().use(alerts);

test.each([
  ['NOTE', 'note', 'Note'],
  ['tip', 'tip', 'Tip'],
  ['Important', 'important', 'Important'],
  ['WARNING', 'warning', 'Warning'],
  ['CAUTION', 'caution', 'Caution'],
])('[!%s] is a note with its word as the title', (mark, kind, title) => {
  expect(markdown.render(`> [!${mark}]\n> a\n> b\n>\n> - c`)).toBe(
    `<div class="alert alert-${kind}" role="note">
<p class="alert-title">${title}</p>
<p>a
b</p>
<ul>
<li>c</li>
</ul>
</div>
`,
  );
});

test('the mark may stand in a paragraph of its own', () => {
  expect(markdown.render('> [!NOTE]  \n>\n> a')).toBe(
    '<div class="alert alert-note" role="note">\n<p class="alert-title">Note</p>\n<p>a</p>\n</div>\n',
  );
});

test.each([
  ['with nothing after the mark', '> [!NOTE]'],
  ['with text beside the mark', '> [!NOTE] a\n> b'],
  ['of another name', '> [!HINT]\n> a'],
  ['with the mark further down', '> a\n> [!NOTE]\n> b'],
  ['inside a list', '- > [!NOTE]\n  > a'],
  ['inside a quote', '> > [!NOTE]\n> > a'],
])('a quote %s stays a quote', (_, source) => {
  const html = markdown.render(source);
  expect(html).toContain('<blockquote>');
  expect(html).not.toContain('alert');
});

test('each part knows its source lines', () => {
  const tokens = markdown.parse('a\n\n> [!NOTE]\n> b\n> c\n\nd', {});
  expect(tokens.filter(({ map }) => map).map(({ type, map }) => [type, map])).toEqual([
    ['paragraph_open', [0, 1]],
    ['inline', [0, 1]],
    ['alert_open', [2, 5]],
    ['paragraph_open', [2, 3]],
    ['inline', [2, 3]],
    ['paragraph_open', [3, 5]],
    ['inline', [3, 5]],
    ['paragraph_open', [6, 7]],
    ['inline', [6, 7]],
  ]);
});

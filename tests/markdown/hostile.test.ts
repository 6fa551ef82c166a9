import { expect, test } from 'vitest';
import { openLivePage } from '#markdown/livePage.ts';
import { renderEssay } from '#markdown/renderEssay.ts';

const n = 5000;
const times = (piece: string, count = n) => piece.repeat(count);
const counted = (count: number, piece: (at: number) => string) =>
  Array.from({ length: count }, (_, at) => piece(at)).join('');

/** Each of these has stopped some Markdown engine for minutes, or for good. */
const hostile: Readonly<Record<string, string>> = {
  'emphasis that never closes': times('*a **a '),
  'emphasis of both kinds': `${times('*_')}a`,
  'tildes of both lengths': times('~a ~~b '),
  'opening brackets': times('[', 5 * n),
  'links cut short': times('[a](b'),
  'brackets and underscores': times('[ a_', 2 * n),
  'links in links': `${times('[')}a${times('](b)')}`,
  'images in images': `${times('![')}a${times('](b)')}`,
  'images in one link': `[${times('![a](b) ')}](c)`,
  'runs of backticks, each longer': counted(1000, (at) => `${'`'.repeat(at + 1)} `),
  'quotes in quotes': `${times('>', 4 * n)}a`,
  'lists in lists': `${times('- ')}a`,
  'lists in lists, line by line': counted(700, (at) => `${' '.repeat(2 * at)}- a\n`),
  'footnote marks': times('[^'),
  'a footnote of one endless label': `[^${times('a', 40 * n)}]`,
  'footnotes that refer to the next': `[^0]\n\n${counted(n, (at) => `[^${at}]: x[^${at + 1}]\n`)}`,
  'footnotes in footnotes': counted(300, (at) => `${'    '.repeat(at)}[^${at}]: a\n\n`),
  'definitions whose title never ends': times('[a]: /u\n"x\n', n / 4),
  'headings of one name': times('# a\n'),
  'tags that never end': times('<a ', 3 * n),
  'attributes that never end': `<div>\n${times('<a "')}`,
  'comments that never end': `<div>\n${times('<!--')}`,
  'instructions that never end': `<div>\n${times('<?')}`,
  'elements that never end': times('<div>\n\n'),
  'elements that all end at last': `${times('<div>\n\n', 1000)}${times('</div>\n\n', 1000)}`,
  'formatting across paragraphs': `${times('<b>x\n\n', 500)}${times('</b>', 500)}`,
  'formatting closed by another': `${times('<b>')}${times('</i>')}`,
  'titles that never end': times('<title>\n'),
  'foreign elements': times('<svg><math>'),
  ampersands: times('&', 10 * n),
  'addresses cut short': times('http://') + times('www.') + times('a@'),
  'a table far wider than its rows': `${times('| a ', 200)}|\n${times('|--', 200)}|\n${times('|\n', 500)}`,
  'a line of one word': times('a', 200 * n),
  'a line of many words': times('word ', 40 * n),
  'references to nothing': times('@fig:x ', n),
  'labels that never end': times('{#fig:x', n),
  'figures of one label': times('![a](b){#fig:x}\n\n', 500),
  'tables of contents': times('[[toc]]\n\n# a\n\n', 200),
  'footnotes that are not there': counted(n, (at) => `[^a${at}] `),
  'dollar signs': times('$', 10 * n),
  'prices and more prices': times('$5 a ', 10 * n),
  'formulas that never end': times('$a ', 10 * n),
  'blocks of formulas that never end': times('$$a\n', 5 * n),
  'lines of two dollar signs': times('$$\n', 5 * n),
  'formulas in formulas': times('$\\text{', n),
  'formulas that are wrong': times('$\\foo$ ', n),
  'a formula that is too long': `$$${times('x+', n)}$$`,
  'fences that open and close': times('```\n'),
};

test.each(Object.entries(hostile))('a page of %s opens and takes an edit', (_, source) => {
  const live = openLivePage(source);
  expect(live.page().units.length).toBeGreaterThan(0);
  live.edit([{ from: source.length >> 1, to: source.length >> 1, insert: 'x' }]);
  expect(live.source()).toHaveLength(source.length + 1);
});

/** So many that their number, spread over a call’s arguments, would overflow the stack, which takes some 126,000. */
const most = 160_000;

test.each([
  ['paragraphs', 'a\n\n', '<p>'],
  ['list items', '- a\n', '<li>'],
  ['headings in one list', '- # a\n', '<h1 '],
  ['raw tags in one paragraph', '<b>a</b> ', '<b>'],
])('a page of 160,000 %s opens', { timeout: 60_000 }, (_, piece, tag) => {
  const { html } = renderEssay(times(piece, most));
  expect(html.split(tag)).toHaveLength(most + 1);
});

test('an edit may replace 160,000 blocks', { timeout: 60_000 }, () => {
  const live = openLivePage(times('a\n\n', most));
  const { runs } = live.edit([{ from: 0, to: 3 * most, insert: 'b' }]);
  expect(runs.map(({ from, to, units }) => [from, to, units.length])).toEqual([[0, most, 1]]);
});

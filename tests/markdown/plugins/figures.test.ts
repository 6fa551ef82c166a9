import MarkdownIt from 'markdown-it';
import { expect, test } from 'vitest';
import { figures } from '#markdown/plugins/figures.ts';

const markdown = new MarkdownIt().use(figures);

test('an image alone with a title is a figure, and the title its caption', () => {
  expect(markdown.render('![a](b.png "C & <d>")')).toBe(
    '<figure><img src="b.png" alt="a"><figcaption>C &amp; &lt;d&gt;</figcaption></figure>\n',
  );
});

test('so it is in a quote and in an item of a loose list', () => {
  expect(markdown.render('> ![a](b.png "c")')).toContain('<figcaption>c</figcaption>');
  expect(markdown.render('- ![a](b.png "c")\n\n- d')).toContain('<figcaption>c</figcaption>');
});

test.each([
  ['without a title', '![a](b.png)'],
  ['with text beside it', '![a](b.png "c") d'],
  ['with another image', '![a](b.png "c")\n![a](b.png "c")'],
  ['in a tight list', '- ![a](b.png "c")\n- d'],
  ['in a heading', '# ![a](b.png "c")'],
])('an image %s is no figure', (_, source) => {
  expect(markdown.render(source)).not.toContain('figure');
});

test('a figure knows its source lines', () => {
  const figure = markdown
    .parse('x\n\n![a](b.png\n"c")', {})
    .find(({ type }) => type === 'figure_open');
  expect(figure?.map).toEqual([2, 4]);
});

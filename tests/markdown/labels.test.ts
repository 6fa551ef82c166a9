import { describe, expect, test } from 'vitest';
import { openLivePage } from '#markdown/livePage.ts';
import { essayProblems, renderEssay } from '#markdown/renderEssay.ts';

const html = (source: string) => renderEssay(source).html;
const link = (id: string, name: string) => `<a class="cross-reference" href="#${id}">${name}</a>`;

describe('what has a label is called by its kind and number', () => {
  test('figures, by their title or else by their alternative text', () => {
    const page = html(
      '![a](x.png "A & B"){#fig:a}\n\n![b *c*](y.png){#fig:b}\n\n@fig:b, @fig:a.\n',
    );
    expect(page).toContain('<figure id="fig:a">');
    expect(page).toContain(
      '<figcaption><span class="caption-label">Figure 1:</span> A &amp; B</figcaption>',
    );
    expect(page).toContain('<span class="caption-label">Figure 2:</span> b ');
    expect(page).toContain(`<p>${link('fig:b', 'Figure 2')}, ${link('fig:a', 'Figure 1')}.</p>`);
  });

  test('tables, by a paragraph beside them', () => {
    expect(html('| a |\n|---|\n\n: All *of* it {#tbl:a}\n\nIn @tbl:a\n')).toContain(
      `<p class="caption" id="tbl:a"><span class="caption-label">Table 1:</span> All <em>of</em> it</p>\n<p>In ${link('tbl:a', 'Table 1')}</p>`,
    );
    expect(html('Table: T {#tbl:a}\n')).toContain('Table 1:</span> T');
  });

  test('code, with its title', () => {
    expect(html('```ts title="a.ts" {#lst:a}\nx\n```\n\n@lst:a\n')).toMatch(
      /^<figure class="code-figure" id="lst:a"><figcaption><span class="caption-label">Listing 1:<\/span> a\.ts<\/figcaption><pre/,
    );
    expect(html('``` {#lst:a}\nx\n```\n')).toContain(
      '<figcaption><span class="caption-label">Listing 1</span></figcaption>',
    );
  });

  test('sections, by what their heading says', () => {
    expect(html('# The <i>lease</i> & more {#sec:a}\n\n@sec:a\n')).toBe(
      `<h1 id="sec:a">The <i>lease</i> &amp; more</h1>\n<p>${link('sec:a', 'The lease &amp; more')}</p>\n`,
    );
  });
});

describe('a reference', () => {
  test.each([
    ['to nothing says so', '@fig:x', '@fig:x (refers to nothing)'],
    ['ends before what ends the sentence', '@fig:x.', '@fig:x (refers to nothing)</span>.'],
  ])('%s', (_, source, shown) => {
    expect(html(source)).toContain(`<p><span class="missing-reference">${shown}`);
  });

  test.each(['a@fig:x', '@fig', '@fig:', '@figure:x', '\\@fig:x', '`@fig:x`', '@@fig:x'])(
    'is not %s',
    (source) => {
      expect(html(source)).not.toContain('reference');
    },
  );

  test('stands in no link', () => {
    expect(html('[@fig:x](/u)')).toBe('<p><a href="/u">@fig:x</a></p>\n');
  });

  test('finds what is in a footnote, and is found there', () => {
    expect(html('x[^1]\n\n[^1]: See @sec:a.\n\n# A {#sec:a}\n')).toContain(
      `See ${link('sec:a', 'A')}.`,
    );
  });
});

test.each([
  '![a](x.png) {#fig:a} b',
  'text {#tbl:a}',
  ': text',
  '![a](x.png){#tbl:a}',
  '{#fig:a}',
  '# a {#}',
  '- : text {#tbl:a}',
])('%j has no label', (source) => {
  expect(html(source)).not.toContain('caption-label');
});

test('numbers follow as the text is edited', () => {
  const live = openLivePage('@fig:b\n\n![b](x.png){#fig:b}\n');
  const patch = live.edit([{ from: 8, to: 8, insert: '![a](x.png){#fig:a}\n\n' }]);
  expect(patch.touched[0]!.unit.html).toBe(`<p>${link('fig:b', 'Figure 2')}</p>\n`);
  expect(live.page()).toEqual(renderEssay(live.source()));
  expect(live.problems()).toEqual(essayProblems(live.source()));
});

describe('a table of contents', () => {
  const source = '# Title\n\n[[toc]]\n\n## A & B\n\n### C\n\n#### D\n\n## E\n';

  test('lists the headings of three levels but the title, nested', () => {
    expect(html(source)).toContain(`<nav class="toc" role="doc-toc" aria-label="Contents">
<ul>
<li><a href="#a--b">A &amp; B</a>
<ul>
<li><a href="#c">C</a></li>
</ul>
</li>
<li><a href="#e">E</a></li>
</ul>
</nav>`);
  });

  test('is balanced whatever the levels', () => {
    expect(html('[[TOC]]\n\n### a\n\n# b\n\n## c\n')).toContain(
      '<ul>\n<li><a href="#a">a</a></li>\n<li><a href="#b">b</a>\n<ul>\n<li><a href="#c">c</a></li>\n</ul>\n</li>\n</ul>\n</nav>',
    );
  });

  test('follows its headings', () => {
    const live = openLivePage(source);
    const patch = live.edit([{ from: source.length - 1, to: source.length - 1, insert: 'e' }]);
    expect(patch.touched).toHaveLength(1);
    expect(patch.touched[0]!.unit.html).toContain('<a href="#ee">Ee</a>');
  });

  test.each(['a [[toc]]', '> [[toc]]', '- [[toc]]', '[toc]', '`[[toc]]`'])('is not %s', (text) => {
    expect(html(`# a\n\n${text}\n`)).not.toContain('<nav');
  });
});

test('what leads nowhere is reported with its line', () => {
  const problems = essayProblems(`# A {#a}

one
@fig:x and [b](#nowhere)
[^none] [c](#a) [d](#) [e](#%C3%BC) <i id="ü">f</i>

# B {#a}

> [^used]
> [g](#fn:1) @sec:y

[^used]: n
[^unused]: n
`);
  expect(problems.map(({ kind, line, what, reason }) => [kind, line, what, reason])).toEqual([
    ['reference', 3, '@fig:x', 'nothing has this label'],
    ['anchor', 3, '#nowhere', 'no place is called so'],
    ['footnote', 4, '[^none]', 'no footnote has this label'],
    ['label', 6, '{#a}', 'it is given twice'],
    ['reference', 9, '@sec:y', 'nothing has this label'],
    ['footnote', 12, '[^unused]', 'nothing refers to it'],
  ]);
});

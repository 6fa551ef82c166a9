import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { cleanHtml } from '#markdown/cleanHtml.ts';
import { typeset } from '#markdown/math/typeset.ts';
import { essayProblems, renderEssay } from '#markdown/renderEssay.ts';
import { dangersIn } from '../support/dangersIn.ts';

const html = (source: string) => renderEssay(source).html;
const x = '<math><mi>x</mi></math>';
const shown = '<math display="block"><mi>x</mi></math>';
const block = `<div class="math-block" tabindex="0">${shown}</div>\n`;

describe('a formula in a line', () => {
  test.each([
    ['$x$', x],
    ['a $x$, b', `a ${x}, b`],
    ['($x$)th', `(${x})th`],
    ['the $x$th', `the ${x}th`],
    ['*$x$*', `<em>${x}</em>`],
    ['[$x$](/u)', `<a href="/u">${x}</a>`],
    ['a $$x$$ b', `a ${shown} b`],
    ['a $$\nx\n$$ b', `a ${shown} b`],
    ['$a_1 * b_1$ *c*', html('$a_1 * b_1$').slice(3, -5).concat(' <em>c</em>')],
  ])('%j', (source, inside) => {
    expect(html(source)).toBe(`<p>${inside}</p>\n`);
  });

  test.each([
    'It costs $5.',
    'From $20,000 to $30,000.',
    'It was $5, then $6, and it is $7$8 now.',
    '$ x$ and $x $',
    'a $5 or\n$6',
    '\\$x$',
    '$x\\$',
    'US$5 and A$6',
    '$$',
    '$$ $$',
    '$',
  ])('is not %j', (source) => {
    expect(html(source)).toBe(`<p>${source.replaceAll('\\$', '$')}</p>\n`);
  });

  test('is not in code', () => {
    expect(html('`$x$`')).toBe('<p><code>$x$</code></p>\n');
  });

  test('does not take the prices before it', () => {
    expect(html('It is $5 or $6, and $x$.')).toBe(`<p>It is $5 or $6, and ${x}.</p>\n`);
  });
});

describe('a formula on lines of its own', () => {
  test.each([
    ['on one', '$$x$$'],
    ['on several', '$$\nx\n$$'],
    ['beginning beside its mark', '$$ x\n$$'],
    ['as a fence', '```math\nx\n```'],
  ])('%s', (_, source) => {
    expect(html(source)).toBe(block);
  });

  test('may stand right below text, and hold lines that would be lists', () => {
    expect(html('text\n$$\na\n- b\n+ c\n= d\n$$\ntext\n')).toMatch(
      /^<p>text<\/p>\n<div class="math-block"[\s\S]*<\/div>\n<p>text<\/p>\n$/,
    );
  });

  test('may stand in a list and in a quote', () => {
    expect(html('- a\n\n  $$\n  x\n  $$\n')).toContain(block);
    expect(html('> $$\n> x\n> $$\n')).toContain(block);
  });

  test.each([
    ['an empty line ends', '$$\n\nx\n$$\n'],
    ['text follows', '$$x$$ is\n'],
    ['nothing closes', '$$\nx\n'],
  ])('is none when %s it', (_, source) => {
    expect(html(source)).not.toContain('math-block');
  });

  test('is tied to its lines', () => {
    expect(renderEssay('a\n\n$$\nx\n$$\n').units[1]).toMatchObject({
      line: 2,
      anchors: [{ line: 0, lines: 3, element: 0, kind: 'block' }],
    });
  });
});

describe('a formula that is wrong', () => {
  test('is shown as its source with the reason, and reported with its line', () => {
    const source = 'a\n\nb\n$\\foo<b>$ c\n\n- $$\n  \\frac{1\n  $$\n';
    const { html } = renderEssay(source);
    expect(html).toContain(
      '<span class="math-error"><code>\\foo&lt;b&gt;</code> (this formula cannot be shown: \\foo is no command that is known)</span> c',
    );
    expect(html).toContain('<div class="math-error"><code>\\frac{1</code>');
    expect(essayProblems(source)).toEqual([
      { kind: 'formula', line: 3, what: '\\foo<b>', reason: '\\foo is no command that is known' },
      { kind: 'formula', line: 5, what: '\\frac{1', reason: 'it ends where } should stand' },
    ]);
  });

  test.each([
    ['x^2^3', 'double superscript'],
    ['a & b', '& cannot stand where it does'],
    ['\\left( x', 'it ends where \\right should stand'],
    ['\\href{javascript:alert(1)}{x}', '\\href is no command that is known'],
    ['\\def\\a{x}\\a', 'commands cannot be defined in it (\\def)'],
    ['\\newcommand{\\a}{x}', 'commands cannot be defined in it (\\newcommand)'],
    ['x'.repeat(4001), 'it is longer than 4,000 characters'],
    ['{'.repeat(60), 'it is nested too deep'],
    ['\\left('.repeat(60), 'it is nested too deep'],
    ['\\bf'.repeat(60), 'it is nested too deep'],
  ])('%j', (tex, reason) => {
    expect(typeset(tex, true)).toEqual({ kind: 'wrong', reason });
  });
});

describe('formulas are clean as they are made, so that the cleaner leaves every byte', () => {
  test.each([
    '\\frac{a}{b}+\\sum_{i=0}^n i',
    '\\begin{aligned}a&=b\\\\c&=d\\end{aligned}',
    '\\begin{array}{|c|r|}\\hline 1&2\\\\\\hline\\end{array}',
    '\\begin{cases}1&x\\\\2&y\\end{cases}',
    '\\text{a <b> \\& c}',
    '\\textcolor{red}{x}\\colorbox{blue}{y}',
    '\\boxed{\\cancel{x}}\\tag{1}',
    '\\mathbb{R}\\mathcal{L}\\hat{x}\\widehat{xyz}',
    '\\sqrt[3]{x}\\xrightarrow{abc}\\underbrace{x}_{y}',
    '\\kern 99999em\\rule{9999em}{9999em}',
    "f''(x)",
    'é ∑ 中 😀',
  ])('%s', (tex) => {
    const formula = typeset(tex, true);
    expect(formula.kind).toBe('right');
    if (formula.kind === 'right') expect(cleanHtml(formula.html)).toBe(formula.html);
    expect(html(`<details>\n\n$$${tex}$$\n\n</details>\n`)).toContain(
      formula.kind === 'right' ? formula.html : '',
    );
  });

  test('whatever is written in them', () => {
    const piece = fc.constantFrom(
      ...'{ } $ ^ _ & \\\\ \\frac \\sqrt \\left( \\right) \\begin{matrix} \\end{matrix} \\text \\color{red} \\href \\html \\class{a} \\style{b} \\data{c} \\url \\includegraphics{x} \\verb|<b>| \\char`< <img/src=x/onerror=y> " \' \\over \\tag{1} \\label{x} \\ref{x} x 1 + \\limits \\not \\overset \\mathbf \\unicode{60} \\hbox{ \\raisebox{1em} % # ~ \\  é 中 \u0000'.split(
        ' ',
      ),
    );
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 20 }), fc.boolean(), (pieces, isDisplay) => {
        const formula = typeset(pieces.join(''), isDisplay);
        if (formula.kind === 'wrong') return;
        expect(dangersIn(formula.html)).toEqual([]);
        expect(cleanHtml(formula.html)).toBe(formula.html);
      }),
      { numRuns: 2000 },
    );
  });
});

test('formulas count as words and name a heading as they are written', () => {
  const { outline, statistics } = renderEssay('# The $O(n)$ bound\n');
  expect(outline[0]).toMatchObject({ text: 'The O(n) bound', id: 'the-on-bound' });
  expect(statistics.words).toBe(3);
});

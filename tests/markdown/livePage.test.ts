import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { openLivePage } from '#markdown/livePage.ts';
import { essayProblems, renderEssay } from '#markdown/renderEssay.ts';
import type { LivePage, PagePatch, RenderedEssay, SourceEdit, Unit } from '#markdown/types.ts';
import { commonMarkText, readmes } from '../support/texts.ts';

describe('after any edits the page is what a full render gives, and the patches lead to it', () => {
  const opening = fc.oneof(pieces(30), excerpt([commonMarkText(), ...readmes(40)]));

  test('a few at a time', () => {
    fc.assert(
      fc.property(opening, fc.array(edit(), { minLength: 1, maxLength: 12 }), (source, edits) => {
        const live = openLivePage(source);
        let shown = shownBy(live.page());
        for (const one of edits) {
          shown = applied(shown, live.edit([placed(one, live.source(), 0)]));
          expectSame(shown, live);
        }
      }),
      { numRuns: 400 },
    );
  });

  test('many at once', () => {
    fc.assert(
      fc.property(opening, fc.array(edit(), { minLength: 2, maxLength: 12 }), (source, edits) => {
        const live = openLivePage(source);
        const before = shownBy(live.page());
        const all: SourceEdit[] = [];
        for (const one of edits) all.push(placed(one, live.source(), all.at(-1)?.to ?? 0));
        expectSame(applied(before, live.edit(all)), live);
      }),
      { numRuns: 200 },
    );
  });

  test('keystroke by keystroke through a text that has everything', () => {
    const live = openLivePage('');
    let shown = shownBy(live.page());
    for (const key of everything) {
      const end = live.source().length;
      shown = applied(shown, live.edit([{ from: end, to: end, insert: key }]));
      expectSame(shown, live);
    }
    while (live.source() !== '') {
      shown = applied(shown, live.edit([{ from: 0, to: 1, insert: '' }]));
      expectSame(shown, live);
    }
  });
});

describe('an edit replaces no more than it must', () => {
  const source = Array.from({ length: 50 }, (_, at) => `paragraph ${at}\n\n`).join('');

  test('one paragraph for a letter in it', () => {
    const live = openLivePage(source);
    const at = source.indexOf('paragraph 20');
    const patch = live.edit([{ from: at, to: at, insert: 'x' }]);
    expect(patch).toMatchObject({
      runs: [{ from: 20, to: 21, units: [{ html: '<p>xparagraph 20</p>\n', line: 40 }] }],
      firstLine: 0,
      touched: [],
      footnotes: null,
    });
  });

  test('nothing but lines for a line break before the first block', () => {
    const patch = openLivePage(source).edit([{ from: 0, to: 0, insert: '\n' }]);
    expect(patch).toMatchObject({ runs: [], firstLine: 1, touched: [] });
  });

  test('each paragraph alone for letters in several, however far apart', () => {
    const live = openLivePage(source);
    const edits = [3, 20, 47].map((paragraph) => {
      const at = source.indexOf(`paragraph ${paragraph}`);
      return { from: at, to: at, insert: 'x' };
    });
    expect(live.edit(edits).runs.map(({ from, to }) => [from, to])).toEqual([
      [3, 4],
      [20, 21],
      [47, 48],
    ]);
  });

  test('no more than what lies between those that stand closest together, for very many', () => {
    const long = Array.from({ length: 300 }, (_, at) => `paragraph ${at}\n\n`).join('');
    const live = openLivePage(long);
    const paragraphs = [...Array.from({ length: 60 }, (_, at) => 2 * at), 200, 299];
    const edits = paragraphs.map((paragraph) => {
      const at = long.indexOf(`paragraph ${paragraph}\n`);
      return { from: at, to: at, insert: 'x' };
    });
    const before = shownBy(live.page());
    const patch = live.edit(edits);
    expectSame(applied(before, patch), live);
    expect(patch.runs.length).toBeLessThan(edits.length);
    expect(patch.runs.slice(-2).map(({ from, to }) => [from, to])).toEqual([
      [200, 201],
      [299, 300],
    ]);
  });

  test('the paragraphs that use a definition when it changes', () => {
    const live = openLivePage(`[a]\n\nnone\n\n> [b] and [a]\n\n[a]: /old\n`);
    const at = live.source().indexOf('old');
    const patch = live.edit([{ from: at, to: at + 3, insert: 'new' }]);
    expect(patch.touched.map(({ index, unit }) => [index, unit.html])).toEqual([
      [0, '<p><a href="/new">a</a></p>\n'],
      [2, '<blockquote>\n<p>[b] and <a href="/new">a</a></p>\n</blockquote>\n'],
    ]);
  });

  test('the headings whose ids move when one of the same text comes before', () => {
    const live = openLivePage('# a\n\ntext\n\n# b\n');
    const patch = live.edit([{ from: 0, to: 0, insert: '# a\n' }]);
    const replaced = patch.runs.flatMap(({ units }) => units);
    expect(replaced).toHaveLength(1);
    expect(live.page().outline.map(({ id }) => id)).toEqual(['a', 'a-1', 'b']);
    expect(patch.touched.length + replaced.length).toBe(2);
  });
});

test('a definition that ends below where it began is read again from above', () => {
  const live = openLivePage('[a]: /u\n"t\n===\nmore\n\n[a]\n');
  expect(live.page().html).toContain('<h1');
  live.edit([{ from: 17, to: 17, insert: '"' }]);
  expect(live.page()).toEqual(renderEssay(live.source()));
});

const everything = `# One {#one}

[[toc]]

![i](a.png){#fig:i}

see @fig:i and @fig:j


[r] and[^n] *em*
second \`line\`

- a
- b

  c

| x | y |
|---|--:|
| 1 | 2 |

\`\`\`js
let a
\`\`\`

<details><summary>s</summary>

inside

</details>

One
===

$$
a
- b
$$

$x$ and $\\foo$

[^n]: note

    more
[r]: /u "t"
`;

interface Loose {
  readonly from: number;
  readonly length: number;
  readonly insert: string;
}

/** An edit somewhere, to be put in its place once the text is known. */
function edit(): fc.Arbitrary<Loose> {
  return fc.record({
    from: fc.double({ min: 0, max: 1, noNaN: true }),
    length: fc.oneof(fc.constant(0), fc.nat(8), fc.nat(300)),
    insert: fc.oneof(fc.constant(''), fc.constantFrom(...constructs), pieces(6)),
  });
}

function placed({ from, length, insert }: Loose, text: string, after: number): SourceEdit {
  const start = after + Math.floor(from * (text.length - after));
  return { from: start, to: Math.min(text.length, start + length), insert };
}

function pieces(most: number): fc.Arbitrary<string> {
  return fc.array(fc.constantFrom(...constructs), { maxLength: most }).map((all) => all.join(''));
}

function excerpt(texts: readonly string[]): fc.Arbitrary<string> {
  return fc
    .tuple(fc.constantFrom(...texts), fc.double({ min: 0, max: 1, noNaN: true }), fc.nat(1500))
    .map(([text, place, length]) => {
      const from = Math.floor(place * text.length);
      return text.slice(from, from + length);
    });
}

interface Shown {
  readonly units: readonly Unit[];
  readonly footnotes: string;
  readonly outline: RenderedEssay['outline'];
  readonly statistics: RenderedEssay['statistics'];
}

function shownBy({ units, footnotes, outline, statistics }: RenderedEssay): Shown {
  return { units, footnotes, outline, statistics };
}

/** What someone sees who only ever hears of patches. */
function applied(shown: Shown, patch: PagePatch): Shown {
  const { runs, firstLine, touched, statistics } = patch;
  const units = [...shown.units];
  for (const { from, to, units: next } of runs.toReversed()) {
    for (const unit of next) expect(unit.line).toBeGreaterThanOrEqual(firstLine);
    units.splice(from, to - from, ...next);
  }
  for (const { index, unit } of touched) units[index] = unit;
  let line = firstLine;
  for (const [index, unit] of units.entries()) {
    units[index] = { ...unit, line };
    line += unit.lines;
  }
  const footnotes = patch.footnotes ?? shown.footnotes;
  return { units, footnotes, outline: patch.outline ?? shown.outline, statistics };
}

function expectSame(shown: Shown, live: LivePage): void {
  const full = renderEssay(live.source());
  expect(live.page()).toEqual(full);
  expect(live.problems()).toEqual(essayProblems(live.source()));
  expect(shown).toEqual(shownBy(full));
  expect(full.html).toBe(full.units.map(({ html }) => html).join('') + full.footnotes);
}

const constructs =
  '\n|\n\n|# h\n|## h-1\n|```\n|```js\n|~~~\n|- |  - |1. |> |    |\t|---\n|===\n|<div>\n|\n</div>\n|<details>\n\n|</details>|<!-- |-->|<b>|</b>|<p align="center">|</p>|[^1]|[^1]: note\n|[^2]: n\n\n    more\n|[foo]|[foo]: /url\n|[foo]: /url\n"tit\nle"\n|[bar]: <x>\n|"|\'|(|)|*|**|`|~~|a|word |[|](|](/x)|![i](a.png "t")|\r\n|\r|\0|[ ] |[!NOTE]\n|<script>|</script>|<pre>|www.x.com |é|\\|&amp;|<title>|<table>|<tr><td>\n\n|</td></tr></table>|<?|?>|<![CDATA[|<button>|<svg>|😀|$|$$|\n$$\n|$x$|[[toc]]|\n\n[[toc]]\n\n|# a {#sec:a}\n|![i](a.png){#fig:a}\n\n|@fig:a|@sec:a |\n\n: T {#tbl:a}\n\n|\n``` {#lst:a}\n|@lst:a|[l](#a)|\n``` title=t {1-2}\n|\\frac|```math\n|<math>|</math>'
    .split('|')
    .concat('| a | b |\n|--|--|\n', '|');

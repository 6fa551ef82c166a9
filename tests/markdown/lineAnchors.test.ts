import { describe, expect, test } from 'vitest';
import { renderEssay } from '#markdown/renderEssay.ts';
import { elementsOf, textOf } from '../support/html.ts';
import { commonMarkText, readmes } from '../support/texts.ts';

/** Every anchor of a page as `line+lines kind element`, the lines counted from the document's first. */
function anchors(source: string): string[] {
  return renderEssay(source).units.flatMap(({ html, line, anchors }) => {
    const elements = elementsOf(html);
    return anchors.map((anchor) => {
      const name = elements[anchor.element]?.tagName;
      return `${line + anchor.line}+${anchor.lines} ${anchor.kind} ${name}`;
    });
  });
}

describe('every kind of block is tied to its lines', () => {
  test('paragraphs, whose line breaks are the source’s', () => {
    expect(anchors('one *two\nthree*  \nfour\\\nfive\n\nsix\n')).toEqual([
      '0+4 flow p',
      '5+1 flow p',
    ]);
  });

  test('paragraphs where code runs over a line break, as a whole', () => {
    expect(anchors('one `two\nthree`\n')).toEqual(['0+2 block p']);
  });

  test('headings of both kinds, rules and quotes', () => {
    expect(anchors('# a\nb\nc\n===\n***\n> d\n> e\n')).toEqual([
      '0+1 block h1',
      '1+3 block h1',
      '4+1 block hr',
      '5+2 block blockquote',
      '5+2 flow p',
    ]);
  });

  test('every item of a list', () => {
    expect(anchors('- a\n- b\n  c\n- d\n  - e\n\n1. f\n\n   g\n')).toEqual([
      '0+1 flow li',
      '1+2 flow li',
      '3+3 block li',
      '4+1 flow li',
      '6+3 block li',
      '6+1 flow p',
      '8+1 flow p',
    ]);
  });

  test('every row of a table', () => {
    expect(anchors('a | b\n--|--\n1 | 2\n3 | 4\n')).toEqual([
      '0+1 block tr',
      '2+1 block tr',
      '3+1 block tr',
    ]);
  });

  test('code by its rows, the fences not among them', () => {
    expect(anchors('```js\nlet a;\n\nlet b;\n```\n\n    c\n    d\n')).toEqual([
      '0+5 block pre',
      '1+3 rows code',
      '6+2 block pre',
      '6+2 rows code',
    ]);
  });

  test('alerts and figures', () => {
    expect(anchors('> [!NOTE]\n> a\n\n![b](c.png "d")\n')).toEqual([
      '0+2 block div',
      '0+1 flow p',
      '1+1 flow p',
      '3+1 block figure',
    ]);
  });

  test('raw HTML that ends where it stands, and Markdown inside raw HTML', () => {
    expect(
      anchors('<p align="center">\n  <b>a</b>\n</p>\n\n<div>\n\n# b\n\n- c\n\n</div>\n'),
    ).toEqual(['0+3 block p', '6+1 block h1', '8+1 flow li']);
  });
});

test('what stands after a footnote’s mark or a reference is tied to its own lines', () => {
  const { units } = renderEssay('- a[^1]\n- b @fig:x\n- c\n\n[^1]: n\n');
  expect(units[0]!.anchors.map(({ line, element }) => [line, element])).toEqual([
    [0, 1],
    [1, 4],
    [2, 6],
  ]);
});

test('in real texts every anchor names an element whose text has the lines it says', () => {
  for (const source of [commonMarkText(), ...readmes(60)]) {
    const lines = source.split(/\r\n?|\n/);
    for (const { html, line, lines: unitLines, anchors } of renderEssay(source).units) {
      const elements = elementsOf(html);
      for (const anchor of anchors) {
        const element = elements[anchor.element];
        expect(element, html).toBeDefined();
        const text = textOf(element!);
        expect(anchor.line + anchor.lines).toBeLessThanOrEqual(unitLines);
        if (anchor.kind === 'flow') expect(text.split('\n')).toHaveLength(anchor.lines);
        if (anchor.kind !== 'rows') continue;
        const rows = text.split('\n').slice(0, anchor.lines);
        rows.forEach((row, at) => {
          expect(lines[line + anchor.line + at]).toContain(row.trim());
        });
      }
    }
  }
});

test('units follow one another through all lines from the first block on', () => {
  for (const source of ['\n\n a\n\n\nb\n', '[a]: /b\n\n\n# c', ...readmes(20)]) {
    let next = source.split(/\r\n?|\n/).findIndex((text) => text.trim() !== '');
    for (const unit of renderEssay(source).units) {
      expect(unit.line).toBe(next);
      next += unit.lines;
    }
  }
});

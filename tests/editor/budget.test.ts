import { Text } from '@codemirror/state';
import { describe, expect, test } from 'vitest';
import { isTooDense } from '#renderer/editor/budget/inlineDensity.ts';
import { judgeAround, judgeText } from '#renderer/editor/budget/judgeText.ts';
import { hostileTexts } from './support/hostile.ts';
import { parseMarkdown } from './support/marked.ts';

const sentence =
  'A *soft* and a **strong** word, `code`, and [a link](https://a.example/path "title") in a row. ';

describe('what a text holds decides whether it is parsed', () => {
  test.each([
    ['an essay of 1 MB', `${sentence.repeat(6)}\n\n`.repeat(1_700)],
    ['a paragraph of 300 links', '[a link](https://a.example/x) and '.repeat(300)],
    ['a list of 5,000 links', '- [a link](https://a.example/x) with `code`\n'.repeat(5_000)],
    ['a table of 2,000 rows', `| a | b |\n|---|---|\n${'| `x` | **y** |\n'.repeat(2_000)}`],
    [
      '600 KB of JSON in a fence',
      `\`\`\`json\n[\n${'{"a": [1, "*", "_"]},\n'.repeat(27_000)}]\n\`\`\``,
    ],
    ['2,500 link references', '[a]: https://a.example/x\n'.repeat(2_500)],
    ['fifty lists in one another', nestedList(50)],
    ['fifty quotes in one another', `${'> '.repeat(50)}deep`],
    ['a long thematic break', '- '.repeat(200)],
    ['a line of 40,000 words without marks', 'word '.repeat(9_000)],
    ['Chinese prose with links', '我们看到了[这里](https://a.example/x)的问题。'.repeat(400)],
    ['nothing', ''],
  ])('Markdown: %s', (_, text) => {
    expect(judgeText(textOf(text))).toBeNull();
  });

  test.each([
    ['size', 'more than 4 MB', 'Words and more words.\n\n'.repeat(200_000)],
    ['line', 'a line of 60,000 characters', `short\n\n${'word '.repeat(12_000)}\n\nshort`],
    ['line', 'an image of 60,000 characters', `![](data:image/png;base64,${'A'.repeat(60_000)})`],
    ['length', 'a paragraph of 300 KB', 'a line of words\n'.repeat(20_000)],
    ['length', 'a table of 300 KB', `| a |\n|---|\n${'| some words |\n'.repeat(25_000)}`],
    ['length', 'an unclosed label over thousands of lines', `[\n${'a\n'.repeat(10_000)}`],
    ['depth', 'a thousand quotes in one another', `${'>'.repeat(1_000)} deep`],
    ['depth', 'four hundred lists in one another', nestedList(400)],
  ] as const)('plain, for its %s: %s', (kind, _, text) => {
    const offence = judgeText(textOf(text));
    expect(offence).toMatchObject({ kind });
    expect(offence?.reason).toMatch(/^This essay is shown as plain text: .+\.$/);
  });

  test.each(Object.entries(hostileTexts))('plain, for its density: %s', (_, bomb) => {
    const text = `Before.\n\n${bomb(48_000)}\n\nAfter.`;
    expect(judgeText(textOf(text))).toMatchObject({ kind: 'density', from: 9 });
  });
});

test('only the blocks around a change are looked at', () => {
  const bomb = '[ a_'.repeat(12_000);
  const text = textOf(`one\n\n${bomb}\n\nthree`);
  expect(judgeAround(text, 0, 1)).toBeNull();
  expect(judgeAround(text, 5, 6)).toMatchObject({ kind: 'density' });
  expect(judgeAround(text, text.length, text.length)).toBeNull();
});

describe('a parser that is not asked first keeps its steps short', () => {
  test.each(Object.entries(hostileTexts))('%s', (_, bomb) => {
    for (const length of [48_000, 400_000]) {
      const text = bomb(length);
      const names = parseMarkdown(`${text}\n\nA *soft* word.`);
      expect(names.slice(0, 2)).toEqual(['Document', 'Paragraph']);
      expect(names).toHaveLength(6); // the second paragraph's emphasis and its two marks besides
    }
  });

  test('a paragraph without end is cut into several', () => {
    const names = parseMarkdown('a line of words\n'.repeat(30_000));
    expect(names.filter((name) => name === 'Paragraph').length).toBeGreaterThan(1);
  });
});

test.each(Object.entries(hostileTexts))('a small one is no matter: %s', (_, bomb) => {
  expect(isTooDense(bomb(150))).toBe(false);
});

function textOf(text: string): Text {
  return Text.of(text.split('\n'));
}

function nestedList(depth: number): string {
  return Array.from({ length: depth }, (_, level) => `${'  '.repeat(level)}- item`).join('\n');
}

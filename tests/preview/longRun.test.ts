import { describe, expect, it } from 'vitest';
import { renderEssay } from '#markdown/renderEssay.ts';
import { holdsLongRun } from '#renderer/preview/longRun.ts';

const words = (characters: number) => 'word '.repeat(characters / 5);
const isLong = (source: string) => renderEssay(source).units.some(({ html }) => holdsLongRun(html));

describe('no browser lays out in time', () => {
  it.each([
    ['a paragraph of one endless line', words(300_000)],
    ['a paragraph of many lines', `${words(60)}\n`.repeat(5_000)],
    ['an item of a list', `- one\n- ${words(300_000)}\n- three`],
    ['a cell of a table', `| a |\n|---|\n| ${words(300_000)} |`],
    ['a row of code', `~~~\nshort\n${words(300_000)}\nshort\n~~~`],
    ['raw HTML', `<div>\n${words(300_000)}\n</div>`],
  ])('%s', (_, source) => expect(isLong(source)).toBe(true));
});

describe('is laid out in time', () => {
  it.each([
    ['a long paragraph', words(100_000)],
    ['a list of many items', `- ${words(60)}\n`.repeat(5_000)],
    ['code of many rows', `~~~js\n${'let clock = back();\n'.repeat(15_000)}~~~`],
    ['a table of many rows', `| a | b |\n|---|---|\n${`| ${words(60)} | x |\n`.repeat(4_000)}`],
    ['a quote of many paragraphs', `> ${words(600)}\n>\n`.repeat(500)],
  ])('%s', (_, source) => expect(isLong(source)).toBe(false));
});

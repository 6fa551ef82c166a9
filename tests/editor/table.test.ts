import { describe, expect, test } from 'vitest';
import {
  addColumn,
  addRow,
  insertTable,
  nextCell,
  previousCell,
} from '#renderer/editor/commands/table.ts';
import { formatTable } from '#renderer/editor/commands/tableFormat.ts';
import { run } from './support/marked.ts';

test.each([
  ['‸', '| «Column» | Column |\n| --- | --- |\n|  |  |'],
  ['te‸xt\nmore', 'text\n\n| «Column» | Column |\n| --- | --- |\n|  |  |\n\nmore'],
  ['| a‸ | b |\n|---|---|', null],
])('a new table stands by itself: %j', (before, expected) => {
  expect(run(insertTable, before)).toBe(expected);
});

describe('from cell to cell', () => {
  test.each([
    ['| a‸ | b |\n|---|---|\n| c | d |', '| a | «b» |\n|---|---|\n| c | d |'],
    ['| a | b‸ |\n|---|---|\n| c | d |', '| a | b |\n|---|---|\n| «c» | d |'],
    ['| a‸ |  |\n|---|---|', '| a | ‸ |\n|---|---|'],
    ['| a | b |\n|---|---|\n| c | d‸ |', '| a | b |\n|---|---|\n| c | d |\n| ‸ |  |'],
    ['a‸ | b\n---|---\nc | d', 'a | «b»\n---|---\nc | d'],
    ['> | a | b‸ |\n> |---|---|', '> | a | b |\n> |---|---|\n> | ‸ |  |'],
    [String.raw`| a‸ \| x | b |${'\n'}|---|---|`, String.raw`| a \| x | «b» |${'\n'}|---|---|`],
    ['no ‸table', null],
  ])('next: %j becomes %j', (before, expected) => {
    expect(run(nextCell, before)).toBe(expected);
  });

  test.each([
    ['| a | b‸ |\n|---|---|', '| «a» | b |\n|---|---|'],
    ['| a | b |\n|---|---|\n| c‸ | d |', '| a | «b» |\n|---|---|\n| c | d |'],
    ['| a‸ | b |\n|---|---|', null],
  ])('previous: %j becomes %j', (before, expected) => {
    expect(run(previousCell, before)).toBe(expected);
  });
});

test.each([
  ['| a‸ | b |\n|---|---|\n| c | d |', '| a | b |\n|---|---|\n| ‸ |  |\n| c | d |'],
  ['| a | b |\n|---|---|\n| c‸ | d |', '| a | b |\n|---|---|\n| c | d |\n| ‸ |  |'],
])('a row below: %j becomes %j', (before, expected) => {
  expect(run(addRow, before)).toBe(expected);
});

test('a column after the cursor', () => {
  expect(run(addColumn, '| a‸ | b |\n|---|:-:|\n| c | d |')).toBe(
    '| a‸ |   | b |\n|--- | ---|:-:|\n| c |   | d |',
  );
});

test.each([
  ['|a‸|long one|\n|-|-:|\n|c|1|', '| ‸a   | long one |\n| --- | -------: |\n| c   |        1 |'],
  ['|語‸|b|\n|:-:|-|', '| ‸語  | b   |\n| :-: | --- |'],
  [String.raw`|a \| b‸|c|${'\n'}|-|-|`, String.raw`| ‸a \| b | c   |${'\n'}| ------ | --- |`],
])('columns lined up: %j becomes %j', (before, expected) => {
  expect(run(formatTable, before)).toBe(expected);
});

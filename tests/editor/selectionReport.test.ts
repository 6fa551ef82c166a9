import { expect, test } from 'vitest';
import { selectionReport } from '#renderer/editor/selectionReport.ts';
import { stateOf } from './support/marked.ts';

test.each([
  ['nothing ‸selected', null],
  ['«three words here» and more', { words: 3, characters: 16, minutes: 1 }],
  ['«one» two «three»', { words: 2, characters: 8, minutes: 1 }],
  ['«日本😀»', { words: 2, characters: 3, minutes: 1 }],
])('%s', (text, expected) => {
  expect(selectionReport(stateOf(text))).toEqual(expected);
});

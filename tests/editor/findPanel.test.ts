import { SearchQuery } from '@codemirror/search';
import { expect, test } from 'vitest';
import { countMatches, describeMatches } from '#renderer/editor/find/countMatches.ts';
import { stateOf } from './support/marked.ts';

test.each([
  ['no match', 'one', { search: 'three' }, 'None'],
  ['several', 'one two one', { search: 'one' }, '2'],
  ['the selected one', 'one «one» one', { search: 'one' }, '2 of 3'],
  ['any case', 'One ONE', { search: 'one' }, '2'],
  ['this case', 'One one', { search: 'one', caseSensitive: true }, '1'],
  ['whole words', 'one stone', { search: 'one', wholeWord: true }, '1'],
  ['a regular expression', 'a1 b2', { search: '\\w\\d', regexp: true }, '2'],
  ['half a regular expression', 'a', { search: '(', regexp: true }, 'Not a regular expression'],
  ['nothing asked', 'a', { search: '' }, ''],
])('%s', (_, text, options, expected) => {
  const query = new SearchQuery(options);
  expect(describeMatches(query, countMatches(query, stateOf(text)))).toBe(expected);
});

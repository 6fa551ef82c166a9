import { expect, it } from 'vitest';
import { sourcePosition, wordAt } from '#renderer/preview/sourcePosition.ts';

/** A page's text with the click in it as `|`, and the column of the source it leads to, as `|` too. */
function clickedAt(page: string, source: string): string {
  const column = sourcePosition(source, wordAt(page.replace('|', ''), page.indexOf('|')));
  return `${source.slice(0, column)}|${source.slice(column)}`;
}

it.each([
  ['Sys|tems fail', '## Sys|tems fail'],
  ['one |two three', '**one** *|two* three'],
  ['the cat and the| dog', 'the *cat* and [the|](https://the.example) dog'],
  ['tools end| here', '- [x] `tools` end| here'],
  ['résumé naï|ve', '> résumé naï|ve'],
  ['日本|語のテキスト', '- 日本|語のテキスト'],
])('a click at "%s" puts the cursor at "%s"', (page, source) => {
  expect(clickedAt(page, source.replace('|', ''))).toBe(source);
});

it('takes the last there is when the source has the word less often', () => {
  expect(clickedAt('go go g|o', 'go go')).toBe('go g|o');
});

it('goes to where the text begins when the source has no such word', () => {
  expect(clickedAt('Fish & ch|ips', '- &#x63;hips')).toBe('- &#|x63;hips');
  expect(clickedAt('|', '## Heading')).toBe('## |Heading');
});

it('belongs to the word before when the click is behind it', () => {
  expect(wordAt('one, two', 4)).toEqual({ word: 'one', occurrence: 0, within: 3 });
  expect(wordAt('... ', 2)).toBeNull();
});

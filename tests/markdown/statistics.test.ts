import { expect, test } from 'vitest';
import { renderEssay } from '#markdown/renderEssay.ts';
import { countCharacters, countWords, readingMinutes } from '#markdown/statistics.ts';

test.each([
  ['', 0],
  ['one', 1],
  ['  two  words\n', 2],
  ["don't well-known and/or 3.14", 4],
  ['- — … !?', 0],
  ['word—word and word…word', 5],
  ['日本語を書く', 6],
  ['漢字、かな。', 4],
  ['한국어 단어 세기', 3],
  ['Привет, мир', 2],
  ['مرحبا بالعالم', 2],
  ['naïve café', 2],
  ['𠀀𠀁 😀 a', 3],
  ['a\u00a0b', 2],
])('%j has %i words', (text, words) => {
  expect(countWords(text)).toBe(words);
});

test('characters are code points', () => {
  expect(countCharacters('a😀é')).toBe(3);
  expect(countCharacters('\ud83d')).toBe(1);
});

test.each([
  [0, 0],
  [1, 1],
  [230, 1],
  [231, 2],
])('%i words are %i minutes', (words, minutes) => {
  expect(readingMinutes(words)).toBe(minutes);
});

test('prose counts: text, headings, tables and notes; code, markup and definitions do not', () => {
  const source = `# Two words

- [three](http://not.counted "nor this") *four*

| five | six |
|------|-----|
| seven | \`eight\` |

\`\`\`
not these
\`\`\`

    nor these

<!-- nor this --><p title="nor this">nine</p>

ten[^1]

[^1]: eleven

[r]: /nor/this
`;
  expect(renderEssay(source).statistics).toEqual({ words: 11, characters: 49, minutes: 1 });
});

test('an empty essay takes no time', () => {
  expect(renderEssay('').statistics).toEqual({ words: 0, characters: 0, minutes: 0 });
});

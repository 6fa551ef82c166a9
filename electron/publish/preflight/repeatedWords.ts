import type { Rule } from './review.ts';

/** A word written twice, also across a line break. */
export const repeatedWords: Rule = {
  name: 'repeated words',
  check: ({ prose, lineAt }) =>
    [...prose.text.matchAll(twice)]
      .filter(({ 1: word = '' }) => !meant.has(word.toLowerCase()))
      .map(({ index, 1: word = '' }) => ({
        line: lineAt(index),
        message: `“${word}” stands twice.`,
        advice: 'Take one out, if it is not meant.',
      })),
};

/** Not over an empty line, and not in words that a hyphen or an apostrophe goes on with. */
const twice =
  /(?<![\p{L}\p{N}'’_-])(\p{L}{2,})(?:[ \t]+|[ \t]*\r?\n[ \t>]*)\1(?![\p{L}\p{N}'’_-])/giu;

/** Words that good sentences repeat. */
const meant = new Set([
  'had',
  'that',
  'very',
  'bye',
  'ha',
  'sie',
  'die',
  'der',
  'das',
  'nous',
  'vous',
]);

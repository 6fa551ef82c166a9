import { describe, expect, test } from 'vitest';
import { fuzzyMatch } from '#renderer/state/fuzzy.ts';

/** The text with what answers the query in brackets; null when it does not. */
function marked(query: string, text: string): string | null {
  const match = fuzzyMatch(query, text);
  if (!match) return null;
  let shown = '';
  let end = 0;
  for (const [from, to] of match.ranges) {
    shown += `${text.slice(end, from)}[${text.slice(from, to)}]`;
    end = to;
  }
  return shown + text.slice(end);
}

function best(query: string, texts: readonly string[]): string | undefined {
  return texts
    .map((text) => ({ text, score: fuzzyMatch(query, text)?.score ?? Number.NEGATIVE_INFINITY }))
    .sort((one, other) => other.score - one.score)[0]?.text;
}

describe('what answers a query', () => {
  test.each([
    ['exp', 'Export as HTML', '[Exp]ort as HTML'],
    ['eh', 'Export as HTML', '[E]xport as [H]TML'],
    ['html', 'Export as HTML', 'Export as [HTML]'],
    ['export html', 'Export as HTML', '[Export] as [HTML]'],
    ['uber', 'Über das Messen', '[Über] das Messen'],
    ['مقالة', 'كيف تكتب مقالة تقنية', 'كيف تكتب [مقالة] تقنية'],
    ['記事', '長い技術記事を書く', '長い技術[記事]を書く'],
    ['abc', 'axb bxxc', '[a]xb [b]xx[c]'],
    ['abc', 'axb cx b', '[a]x[b] [c]x b'],
  ])('%s in %s', (query, text, answer) => {
    expect(marked(query, text)).toBe(answer);
  });

  test('letters in another order, or missing, do not', () => {
    expect(fuzzyMatch('lmth', 'HTML')).toBeNull();
    expect(fuzzyMatch('htmlx', 'HTML')).toBeNull();
  });

  test('an empty query is answered by everything alike', () => {
    expect(fuzzyMatch('', 'One')).toEqual(fuzzyMatch(' ', 'Another'));
  });
});

describe('which answer is best', () => {
  test('the start of the text before the start of a word before its middle', () => {
    expect(best('tab', ['Add a row to the table', 'Table', 'Constable'])).toBe('Table');
    expect(best('tab', ['Constable', 'Line up the table'])).toBe('Line up the table');
  });

  test('the shorter of two alike', () => {
    expect(best('link', ['Link to another essay', 'Link'])).toBe('Link');
  });

  test('letters side by side before letters far apart', () => {
    expect(best('out', ['One under the other', 'Outline'])).toBe('Outline');
  });
});

import { describe, expect, test } from 'vitest';
import { createLocator } from '#library/search/locate.ts';

const found = (text: string, ...words: string[]) =>
  createLocator(words)
    .all(text)
    .map(([from, to]) => text.slice(from, to));

describe('a locator', () => {
  test.each([
    ['whole words, and the beginning of the last', 'a lease, leases, a release', 'lease', 'lease'],
    ['a letter with or without its accent', 'naïve, NAIVE, nai\u0308ve', 'naive', 'naïve'],
    ['what was typed with an accent', 'cafe, Café, cafe\u0301s', 'café', 'cafe'],
  ])('finds %s', (_, text, one, other) => {
    expect(found(text, one)).toEqual(found(text, other));
    expect(found(text, one).length).toBeGreaterThan(1);
  });

  test('tells places in the text as it is, with its accents and signs', () => {
    expect(found('🎉️ e\u0301te\u0301 — “été”, l\u2019e\u0301te\u0301.', 'ete')).toEqual([
      'e\u0301te\u0301',
      'été',
      'e\u0301te\u0301',
    ]);
  });

  test('finds words that stand together before the first that stands alone', () => {
    const text = 'The clock. A second “clock — skew” follows.';
    const [from, to] = createLocator(['clock', 'ske']).first(text)!;
    expect(text.slice(from, to)).toBe('clock — ske');
  });

  test('knows letters of other scripts from signs', () => {
    expect(found('мир, миры, немир, 世界和平', 'мир')).toEqual(['мир', 'мир']);
    expect(found('世界和平', '界和')).toEqual(['界和']);
  });

  test('finds nothing for accents alone', () => {
    expect(found('e\u0301', '\u0301')).toEqual([]);
    expect(createLocator(['\u0301']).first('e\u0301')).toBeNull();
  });
});

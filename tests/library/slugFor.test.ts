import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { slugFor } from '#library/slugs/slugFor.ts';

describe('the slug of a title', () => {
  test.each([
    ['The Night the Queue Stopped', 'the-night-the-queue-stopped'],
    ['Don’t panic: it’s 3 a.m.', 'dont-panic-its-3-a-m'],
    ['Café au lait', 'café-au-lait'],
    ['Cafe\u0301 au lait', 'café-au-lait'],
    ['データベースの移行', 'データベースの移行'],
    ['Миграция базы данных', 'миграция-базы-данных'],
    ['हिन्दी में लेख', 'हिन्दी-में-लेख'],
    ['C++ & C#', 'c-c'],
    ['../../etc/passwd', 'etc-passwd'],
    ['..', 'untitled'],
    ['🦜🦜', 'untitled'],
    ['', 'untitled'],
    ['CON', 'con-essay'],
    ['com1', 'com1-essay'],
    ['console', 'console'],
  ])('%j is %j', (title, slug) => {
    expect(slugFor(title)).toBe(slug);
  });

  test('is at most 96 long, whole words where it can be', () => {
    const slug = slugFor('an essay about everything '.repeat(9));
    expect(slug.length).toBeLessThanOrEqual(96);
    expect(slug).toMatch(/-(an|essay|about|everything)$/);
    expect(slugFor('x'.repeat(200))).toBe('x'.repeat(96));
    expect(slugFor('𝟘𐐨'.repeat(100)).isWellFormed()).toBe(true);
  });

  test('of anything at all is letters and digits joined by single hyphens, and its own slug', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 200 }), (title) => {
        const slug = slugFor(title);
        expect(slug).toMatch(/^[\p{L}\p{N}][\p{L}\p{N}\p{M}]*(-[\p{L}\p{N}\p{M}]+)*$/u);
        expect(slug.length).toBeLessThanOrEqual(96);
        expect(slugFor(slug)).toBe(slug);
      }),
      { numRuns: 1000 },
    );
  });
});

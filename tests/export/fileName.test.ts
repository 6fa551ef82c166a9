import { describe, expect, test } from 'vitest';
import { fileName } from '#export/fileName.ts';

const named = (slug: string, title = '') => fileName({ slug, title }, 'markdown', new Set());

test('a file is named after the slug, with the ending of its format', () => {
  const essay = { slug: 'the-cost-of-moving', title: 'The Cost of Moving' };
  expect(fileName(essay, 'markdown', new Set())).toBe('the-cost-of-moving.md');
  expect(fileName(essay, 'html', new Set())).toBe('the-cost-of-moving.html');
});

test('without a slug the title names it, and without a title it is an essay', () => {
  expect(named('', 'What? Now/Then')).toBe('What- Now-Then.md');
  expect(named('', '')).toBe('essay.md');
  expect(named('...', '/')).toBe('essay.md');
});

describe('names that a system would not take, or would take for something else', () => {
  test.each([
    ['../../etc/passwd', 'etc-passwd.md'],
    ['..\\..\\windows', 'windows.md'],
    ['/etc/passwd', 'etc-passwd.md'],
    ['C:\\temp', 'C-temp.md'],
    ['a<b>c:d"e|f?g*h', 'a-b-c-d-e-f-g-h.md'],
    ['.hidden', 'hidden.md'],
    ['-rf', 'rf.md'],
    ['ends with dots...', 'ends with dots.md'],
    ['ends with spaces   ', 'ends with spaces.md'],
    ['line\nbreak\0nul\u001b[31m', 'line-break-nul-[31m.md'],
    ['reversed\u202egnp.md', 'reversed-gnp.md.md'],
    ['CON', 'CON-essay.md'],
    ['nul', 'nul-essay.md'],
    ['aux.tar', 'aux.tar-essay.md'],
    ['LPT1', 'LPT1-essay.md'],
    ['com¹', 'com¹-essay.md'],
    ['console', 'console.md'],
    ['half a pair \ud83d', 'half a pair \ufffd.md'],
  ])('%j becomes %j', (slug, expected) => {
    expect(named(slug)).toBe(expected);
  });
});

test.each(['日本語の題名', 'مقالة-طويلة', 'größe', 'заголовок', 'नमस्ते'])(
  'a slug in any script stays: %s',
  (slug) => {
    expect(named(slug)).toBe(`${slug}.md`);
  },
);

test('a long name is cut, at most 200 characters and 255 bytes, never within a character', () => {
  expect(named('a'.repeat(500))).toBe(`${'a'.repeat(200)}.md`);
  for (const character of ['日', '🙂', 'é']) {
    const name = named(character.repeat(300));
    expect(Buffer.byteLength(name)).toBeLessThanOrEqual(255);
    expect(Buffer.byteLength(name)).toBeGreaterThan(220);
    expect(name).toMatch(new RegExp(`^(${character})+\\.md$`, 'u'));
  }
});

test('no two essays of one export share a name, not even by case or composition', () => {
  const taken = new Set<string>();
  const slugs = ['One', 'one', 'ONE', 'caf\u00e9', 'cafe\u0301', 'one-2', 'straße', 'STRASSE'];
  expect(slugs.map((slug) => fileName({ slug, title: '' }, 'html', taken))).toEqual([
    'One.html',
    'one-2.html',
    'ONE-3.html',
    'café.html',
    'café-2.html',
    'one-2-2.html',
    'straße.html',
    'STRASSE-2.html',
  ]);
});

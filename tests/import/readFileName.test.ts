import { expect, test } from 'vitest';
import { readFileName } from '#import/readFileName.ts';

test.each([
  ['a-long_title.md', { title: 'a long title', slug: '', date: '' }],
  ['Kept as-it is.md', { title: 'Kept as-it is', slug: '', date: '' }],
  ['README', { title: 'README', slug: '', date: '' }],
  ['日本語.markdown', { title: '日本語', slug: '', date: '' }],
  ['.md', { title: '.md', slug: '', date: '' }],
  ['---.md', { title: '---', slug: '', date: '' }],
  [
    '2024-02-29-leap-day.md',
    { title: 'leap day', slug: 'leap-day', date: '2024-02-29T00:00:00.000Z' },
  ],
  ['2023-02-29-no-such-day.md', { title: '2023 02 29 no such day', slug: '', date: '' }],
  ['2024-01-01.md', { title: '2024 01 01', slug: '', date: '' }],
])('%s', (name, expected) => {
  expect(readFileName(name)).toEqual(expected);
});

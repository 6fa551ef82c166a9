import { describe, expect, test } from 'vitest';
import { readMarkdownFile } from '#import/readMarkdownFile.ts';

const now = new Date('2026-05-01T10:00:00Z');
const read = (text: string, name = 'a-name.md') =>
  readMarkdownFile(Buffer.from(text), name, { now });

describe('the title', () => {
  test('is the front matter’s where it says one', () => {
    expect(read('---\ntitle: From the front\n---\n# A heading\n').essay.title).toBe(
      'From the front',
    );
  });

  test('else the first heading’s', () => {
    expect(read('---\ntags: [a]\n---\n# A *heading*\n').essay.title).toBe('A heading');
  });

  test('else the file’s name', () => {
    expect(read('Only words.').essay.title).toBe('a name');
    expect(read('').essay.title).toBe('a name');
  });

  test('of a heading without end is cut between words', () => {
    const { title = '' } = read(`# ${'word '.repeat(1_000)}`).essay;
    expect(title).toMatch(/^(word )+word…$/);
    expect(title.length).toBeGreaterThan(150);
    expect(title.length).toBeLessThanOrEqual(200);
  });
});

describe('front matter', () => {
  test.each([
    ['YAML', '---\ntitle: One\ntags: [a, b]\ndraft: true\n---\n'],
    ['TOML', '+++\ntitle = "One"\ntags = ["a", "b"]\ndraft = true\n+++\n'],
    ['JSON', '{\n  "title": "One",\n  "tags": ["a", "b"],\n  "draft": true\n}\n'],
  ])('in %s is read, and kept to the byte', (_, frontMatter) => {
    const { essay, notes } = read(`${frontMatter}\nThe body.\n`);
    expect(essay).toMatchObject({ title: 'One', tags: ['a', 'b'], status: 'draft' });
    expect(`${essay.frontMatter}${essay.body}`).toBe(`${frontMatter}\nThe body.\n`);
    expect(essay.frontMatter).toContain('One');
    expect(notes).toEqual([]);
  });

  test('that does not parse is kept as it is, noted, and the rest of the file comes in', () => {
    const { essay, notes } = read('---\ntitle: "never closed\n  : [\n---\n# A heading\n');
    expect(essay).toMatchObject({
      title: 'A heading',
      frontMatter: '---\ntitle: "never closed\n  : [\n---\n',
      body: '# A heading\n',
    });
    expect(notes).toHaveLength(1);
  });
});

test('nothing in the text is altered: line breaks of every kind, spaces, no end', () => {
  const text = '\r\n# One\r\n\r\ntwo\rthree\nfour\t  \r\n\u00a0\u2028five\u000c   ';
  const { essay } = read(text);
  expect(essay.body).toBe(text);
  expect(essay.frontMatter).toBe('');
});

test('a file name in Jekyll’s form gives date and slug, unless the front matter says otherwise', () => {
  expect(read('Words.', '2024-02-29-leap-day.md').essay).toMatchObject({
    title: 'leap day',
    slug: 'leap-day',
    createdAt: '2024-02-29T00:00:00.000Z',
  });
  expect(
    read('---\nslug: other\ndate: 2025-01-01T00:00:00Z\n---\n', '2024-02-29-leap-day.md').essay,
  ).toMatchObject({ slug: 'other', createdAt: expect.stringMatching(/^2025-01-01T00:00:00/) });
});

test('what a file does not say has its default, and the origin remembers all of it', () => {
  const { essay } = read('Words.');
  const fields = {
    title: 'a name',
    slug: '',
    excerpt: '',
    tags: [],
    series: '',
    seriesPlace: null,
    status: 'draft',
    language: 'en',
    createdAt: '2026-05-01T10:00:00.000Z',
    publishedAt: null,
    canonicalUrl: '',
    coverImage: '',
    coverAlt: '',
  };
  expect(essay).toEqual({
    ...fields,
    frontMatter: '',
    body: 'Words.',
    origin: { fileName: 'a-name.md', encoding: 'utf-8', baseline: fields },
  });
});

test('an encoding that was told from the bytes is noted', () => {
  const { essay, notes } = readMarkdownFile(Buffer.from('# Caf\u00e9\n', 'latin1'), 'a.md', {
    now,
  });
  expect(essay.title).toBe('Café');
  expect(essay.origin?.encoding).toBe('windows-1252');
  expect(notes).toEqual(['Read as windows-1252: the file does not say its encoding.']);
});

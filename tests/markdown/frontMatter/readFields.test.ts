import { describe, expect, test } from 'vitest';
import { readFields } from '#markdown/frontMatter/readFields.ts';

const yaml = (lines: string) => readFields(`---\n${lines}\n---\n`);

describe('each publishing target is read', () => {
  test('Hugo in TOML', () => {
    const { fields, notes } = readFields(`+++
title = "A"
date = 2024-02-03T04:05:06+02:00
publishDate = 2024-03-01
lastmod = 2024-05-05
draft = true
slug = "a-b"
summary = "Short."
tags = ["one", "two"]
series = ["S"]
images = ["one.png", "two.png"]
+++
`);
    expect(fields).toEqual({
      title: 'A',
      createdAt: '2024-02-03T04:05:06+02:00',
      publishedAt: '2024-03-01T00:00:00Z',
      status: 'draft',
      slug: 'a-b',
      excerpt: 'Short.',
      tags: ['one', 'two'],
      series: 'S',
      coverImage: 'one.png',
    });
    expect(notes).toEqual([]);
  });

  test('Jekyll', () => {
    expect(
      yaml(
        'layout: post\ntitle: A\ndate: 2024-02-03 04:05:06 +0100\npublished: false\ncategories: [x]',
      ).fields,
    ).toEqual({
      title: 'A',
      createdAt: '2024-02-03T04:05:06+01:00',
      status: 'draft',
      tags: ['x'],
    });
  });

  test('Astro', () => {
    expect(
      yaml("title: A\npubDate: 'Jul 08 2022'\nheroImage: ../h.jpg\ndescription: D").fields,
    ).toEqual({
      title: 'A',
      createdAt: '2022-07-08T00:00:00Z',
      publishedAt: '2022-07-08T00:00:00Z',
      coverImage: '../h.jpg',
      excerpt: 'D',
    });
  });

  test('dev.to', () => {
    const lines = `title: A
published: true
tags: go, sql
canonical_url: https://a.example/b
cover_image: https://a.example/c.png
series: S
part: 3`;
    expect(yaml(lines).fields).toEqual({
      title: 'A',
      status: 'published',
      tags: ['go', 'sql'],
      canonicalUrl: 'https://a.example/b',
      coverImage: 'https://a.example/c.png',
      series: 'S',
      seriesPlace: 3,
    });
  });

  test('JSON', () => {
    expect(readFields('{"title": "A", "locale": "pt_BR", "keywords": "a, b"}\n').fields).toEqual({
      title: 'A',
      language: 'pt-BR',
      tags: ['a', 'b'],
    });
  });
});

describe('values come in several shapes', () => {
  test('a place in a series that no series has', () => {
    const note =
      '“series_order” in the front matter should hold a whole number from 1, of at most 15 digits, so it was not used.';
    for (const place of ['99999999999999999999', '9007199254740993', '0', '-1', '1.5']) {
      expect(yaml(`title: T\nseries_order: ${place}`)).toMatchObject({
        fields: { title: 'T' },
        notes: [note],
        problem: null,
      });
    }
    expect(readFields('+++\ntitle = "T"\nseries_order = 9007199254740993\n+++\n')).toMatchObject({
      fields: { title: 'T' },
      notes: [note],
      problem: null,
    });
  });

  test('a cover with its text, a series with its place', () => {
    expect(yaml('cover: {path: a.png, alt: B}\nseries: {name: S, part: 2}').fields).toEqual({
      coverImage: 'a.png',
      coverAlt: 'B',
      series: 'S',
      seriesPlace: 2,
    });
  });

  test('a number in a text keeps its digits', () => {
    expect(yaml('title: 1.10\ntags: [2024, 007]').fields).toEqual({
      title: '1.10',
      tags: ['2024', '007'],
    });
  });

  test("Hugo's alias `published` with a date is a date, not a status", () => {
    expect(yaml('published: 2024-01-02').fields).toEqual({
      createdAt: '2024-01-02T00:00:00Z',
      publishedAt: '2024-01-02T00:00:00Z',
    });
  });

  test("the studio's own status goes before the flag of the generators", () => {
    expect(yaml('draft: true\nstatus: review').fields).toEqual({ status: 'review' });
  });

  test('a status that the studio has not is passed over with a note, and the flag is asked', () => {
    expect(yaml('status: wip\ndraft: true')).toEqual({
      fields: { status: 'draft' },
      notes: [
        '“status” in the front matter is none of idea, draft, review, ready, published, so it was not used.',
      ],
      problem: null,
    });
    expect(yaml('status:\ndraft: true').notes).toEqual([]);
  });

  test('an empty value says nothing, and the next key is asked', () => {
    expect(yaml('description:\nsummary: S\ntags: []')).toEqual({
      fields: { excerpt: 'S' },
      notes: [],
      problem: null,
    });
  });
});

test('a value of the wrong type is passed over with a note, the rest is read', () => {
  const { fields, notes, problem } = yaml('title: {a: b}\ntags: 3\ndate: 2024-02-30\nslug: ok');
  expect(fields).toEqual({ slug: 'ok' });
  expect(notes).toEqual([
    '“title” in the front matter should hold text, so it was not used.',
    '“date” in the front matter should hold a date, so it was not used.',
    '“tags” in the front matter should hold a list, so it was not used.',
  ]);
  expect(problem).toBeNull();
});

describe('front matter that does not parse gives no fields and the line in the file', () => {
  test.each([
    ['YAML', '---\ntitle: a\ntitle: b\n---\n', 'line 3: Map keys must be unique'],
    ['YAML of unknown aliases', '---\ntitle: *a\n---\n', 'Unresolved alias'],
    ['TOML', '+++\ntitle = "a"\nslug =\n+++\n', 'line 3'],
    ['JSON', '{"title": "a",\n"b": }\n', 'line 2: it is not valid JSON'],
    ['a YAML bomb', `---\na: &a [x]\n${bomb()}---\n`, 'alias'],
    ['deep YAML', `---\na: ${'['.repeat(20_000)}\n---\n`, ''],
    ['very long YAML', `---\na: ${'x'.repeat(300_000)}\n---\n`, 'longer than 200,000 characters'],
  ])('%s', (_, frontMatter, reason) => {
    const { fields, problem } = readFields(frontMatter);
    expect(fields).toEqual({});
    expect(problem).toMatch(/^The front matter could not be read: .*\.$/);
    expect(problem).toContain(reason);
  });
});

/** Each line holds the one before ten times: 10^9 items when resolved. */
function bomb(): string {
  return Array.from('bcdefghij', (name, at) => {
    const before = 'abcdefghi'.charAt(at);
    return `${name}: &${name} [${Array(10).fill(`*${before}`).join(', ')}]\n`;
  }).join('');
}

import { describe, expect, test } from 'vitest';
import type { Essay, EssayFields } from '#contract/essay.ts';
import { writeFrontMatter } from '#markdown/frontMatter/writeFields.ts';
import { essayWith, importedEssay } from '../../support/essayFields.ts';

const writeFields = (essay: Essay) => writeFrontMatter(essay).text;

const hugo = `---
# The head of an essay
title: "Old: title"   # keep me
date: 2023-04-05
draft: false
tags:
  - one
  - 'two'
series: [Old]
description: >-
  Folded
  text

weight: 10
cover:
  image: old.png # the picture
  alt: 'Old alt'
---
`;

const toml = `+++
title = 'Old'   # keep me
tags = [
  "one", # first
]

[params]
title = "not this"
+++
`;

const json = `{
  "title": "Old",
  "tags": [
    "a",
    "b"
  ],
  "ratio": 1.0
}
`;

/** The lines that a change takes out and puts in. */
function changedLines(frontMatter: string, changes: Partial<EssayFields>) {
  const before = frontMatter.split('\n');
  const after = writeFields(importedEssay(frontMatter, changes)).split('\n');
  return {
    out: before.filter((line) => !after.includes(line)),
    in: after.filter((line) => !before.includes(line)),
  };
}

describe('a change touches its value alone', () => {
  test.each<[string, string, Partial<EssayFields>, string[], string[]]>([
    [
      'the comment and the quotes stay',
      hugo,
      { title: 'A "new" one' },
      ['title: "Old: title"   # keep me'],
      ['title: "A \\"new\\" one"   # keep me'],
    ],
    [
      'a date stays a date',
      hugo,
      { createdAt: '2024-02-03T00:00:00Z' },
      ['date: 2023-04-05'],
      ['date: 2024-02-03'],
    ],
    [
      'a date with a clock gets one',
      hugo,
      { createdAt: '2024-02-03T04:05:06+02:00' },
      ['date: 2023-04-05'],
      ['date: 2024-02-03T04:05:06+02:00'],
    ],
    ['a list stays a list', hugo, { tags: ['one', 'b: c'] }, ["  - 'two'"], ['  - "b: c"']],
    [
      'a series in brackets stays in them',
      hugo,
      { series: 'New' },
      ['series: [Old]'],
      ['series: [New]'],
    ],
    [
      'folded text becomes one line',
      hugo,
      { excerpt: 'Plain.' },
      ['description: >-', '  Folded', '  text'],
      ['description: Plain.'],
    ],
    [
      'a nested value is found',
      hugo,
      { coverAlt: "it's" },
      ["  alt: 'Old alt'"],
      ["  alt: 'it''s'"],
    ],
    ['a flag is turned', hugo, { status: 'draft' }, ['draft: false'], ['draft: true']],
    ['a new key goes to the end', hugo, { language: 'de' }, [], ['lang: de']],
    ['a cleared field is removed', hugo, { tags: [] }, ['tags:', '  - one', "  - 'two'"], []],
    [
      'a list that is empty is filled',
      '+++\ntitle = "T"\ntags = [] # none yet\n+++\n',
      { tags: ['a'] },
      ['tags = [] # none yet'],
      ['tags = ["a"] # none yet'],
    ],
    [
      'an empty list of JSON is filled',
      '{\n  "title": "T",\n  "tags": []\n}\n',
      { tags: ['a'] },
      ['  "tags": []'],
      ['  "tags": ["a"]'],
    ],
    [
      'a cleared cover goes with its text',
      hugo,
      { coverImage: '', coverAlt: '' },
      ['cover:', '  image: old.png # the picture', "  alt: 'Old alt'"],
      [],
    ],
    [
      'TOML keeps its quotes and comments',
      toml,
      { title: 'New' },
      ["title = 'Old'   # keep me"],
      ["title = 'New'   # keep me"],
    ],
    ['JSON keeps its lines', json, { tags: ['a', 'c'] }, ['    "b"'], ['    "c"']],
  ])('%s', (_, frontMatter, changes, out, into) => {
    expect(changedLines(frontMatter, changes)).toEqual({ out, in: into });
  });

  test('a new key in TOML goes before the tables', () => {
    expect(writeFields(importedEssay(toml, { language: 'de' }))).toBe(
      toml.replace(']\n\n[params]', ']\nlang = "de"\n\n[params]'),
    );
  });

  test('a new key in JSON goes last, indented as the others', () => {
    expect(writeFields(importedEssay(json, { language: 'de' }))).toBe(
      json.replace('1.0\n', '1.0,\n  "lang": "de"\n'),
    );
  });

  test('the line breaks of the file are kept', () => {
    const crlf = hugo.replaceAll('\n', '\r\n');
    const written = writeFields(importedEssay(crlf, { language: 'de', tags: ['a', 'b'] }));
    expect(written).toBe(
      crlf.replace("one\r\n  - 'two'", 'a\r\n  - b').replace(/---\r\n$/, 'lang: de\r\n---\r\n'),
    );
  });

  test('a file without front matter gets only what was added', () => {
    const essay = importedEssay('', { tags: ['a'] });
    expect(writeFields(essay)).toBe('---\ntags: [a]\n---\n');
    expect(writeFields(importedEssay(''))).toBe('');
  });
});

describe('the slug', () => {
  test('is not written while it follows the title', () => {
    const essay = { ...importedEssay('---\ntitle: A\n---\n', { slug: 'b' }), slugIsSet: false };
    expect(writeFields(essay)).toBe('---\ntitle: A\n---\n');
  });

  test('is taken out when it follows the title again', () => {
    const essay = {
      ...importedEssay('---\nslug: a\ntitle: A\n---\n', { slug: 'b' }),
      slugIsSet: false,
    };
    expect(writeFields(essay)).toBe('---\ntitle: A\n---\n');
  });
});

describe('front matter that cannot be edited stays as it is, and a sentence says so', () => {
  test.each([
    ['it does not parse', '---\ntitle: [\n---\n', /could not be read \(line 3/],
    ['the key holds something else', '---\ntitle: {a: b}\n---\n', /no safe place .* \(title\)/],
    ['the value is an anchor for others', '---\ntitle: &t A\nother: *t\n---\n', /no safe place/],
    ['the whole is one line in braces', '---\n{title: A}\n---\n', /no safe place/],
  ])('%s', (_, frontMatter, sentence) => {
    const { text, problem } = writeFrontMatter(importedEssay(frontMatter, { title: 'New' }));
    expect(text).toBe(frontMatter);
    expect(problem).toMatch(sentence);
  });

  test('unchanged, there is nothing to say', () => {
    expect(writeFrontMatter(importedEssay('---\ntitle: [\n---\n')).problem).toBeNull();
  });
});

test('an essay written in the studio gets YAML without empty fields and defaults', () => {
  const essay = essayWith({
    title: 'On: pagination',
    slug: 'on-pagination',
    createdAt: '2024-05-06T07:08:09.123Z',
    publishedAt: '2024-06-01T00:00:00Z',
    status: 'published',
    excerpt: 'Why pages.',
    tags: ['sql', 'c++, really'],
    series: 'Storage',
    seriesPlace: 2,
    coverImage: 'cover.png',
  });
  expect(writeFields(essay)).toBe(`---
title: "On: pagination"
slug: on-pagination
date: 2024-05-06T07:08:09.123Z
publishDate: 2024-06-01T00:00:00Z
draft: false
description: Why pages.
tags: [sql, "c++, really"]
series: Storage
series_order: 2
image: cover.png
---
`);
  expect(writeFields(essayWith({ slug: 'a' }))).toBe(
    '---\nslug: a\ndate: 2024-01-01T00:00:00Z\ndraft: true\n---\n',
  );
});

import fc from 'fast-check';
import { expect, test } from 'vitest';
import { type Essay, type EssayFields, statuses } from '#contract/essay.ts';
import { readFields } from '#markdown/frontMatter/readFields.ts';
import { splitFrontMatter } from '#markdown/frontMatter/splitFrontMatter.ts';
import { writeFrontMatter } from '#markdown/frontMatter/writeFields.ts';
import { essayWith, importedEssay, unsaidFields } from '../../support/essayFields.ts';

const writeFields = (essay: Essay) => writeFrontMatter(essay).text;

const hostileText = fc.oneof(
  fc.constantFrom(
    '',
    'A plain title',
    'Colon: and # hash',
    'line one\nline two\r\nthree\rfour',
    '---\ninjected: true\n---',
    '+++',
    '"quoted" and \'single\'',
    '  spaces around  ',
    '- item',
    '[a, b]',
    '{a: b}',
    'yes',
    'null',
    '~',
    '1.10',
    '2024-01-02',
    '12:30:45',
    '*alias',
    '&anchor x',
    '!tag',
    '%directive',
    '@at `tick`',
    'nul \u0000 bell \u0007 del \u007f nel \u0085',
    '\u2028 \u2029 \ufeff',
    'emoji 👩‍💻 and عربى ‏RTL',
    'back\\slash \\n \\u0041',
    "'''",
    '"""',
    'trailing:',
    '<script>alert(1)</script>',
  ),
  fc.string({ unit: 'grapheme', maxLength: 30 }),
  fc.string({ unit: fc.constantFrom(...'-+.:#"\'\\[]{},&*!|>%@` \t\n\ra0'), maxLength: 12 }),
);

const time = fc
  .date({ min: new Date('1970-01-01'), max: new Date('2099-12-31'), noInvalidDate: true })
  .map((date) => date.toISOString().replace('.000Z', 'Z'));

const anyFields: fc.Arbitrary<EssayFields> = fc.record({
  title: hostileText,
  slug: hostileText,
  excerpt: hostileText,
  tags: fc.uniqueArray(
    hostileText.filter((tag) => tag !== ''),
    { maxLength: 4 },
  ),
  series: hostileText,
  seriesPlace: fc.option(fc.integer({ min: 1, max: 99 })),
  status: fc.constantFrom(...statuses),
  language: fc.constantFrom('en', 'de', 'pt-BR', 'zh-Hant-TW'),
  createdAt: time,
  publishedAt: fc.option(time),
  canonicalUrl: hostileText,
  coverImage: hostileText,
  coverAlt: hostileText,
});

/** Front matter as sites write it: the usual keys and others, comments, every quoting, nested and listed values. */
const origins = {
  'YAML of a Hugo site': `---
# the head
title: "Old: title"   # keep me
date: 2023-04-05
lastmod: 2023-06-01
draft: false
tags:
  - one   # first
  - 'two'
series: [Old series]
description: >-
  A folded
  description
weight: 10
cover:
  image: old.png # the picture
  alt: 'Old alt'
  relative: true
params: { math: true, ratio: 1.10 }
---
`,
  'YAML of an Astro site with CRLF': `---\r\ntitle: Old\r\npubDate: 'Jul 08 2022'\r\nheroImage: ../old.jpg\r\ntags: [a, "b, c"]\r\n---\r\n`,
  'YAML of dev.to': `---
title: Old
published: true
tags: a, b
canonical_url:
cover_image: https://example.org/a.png
series: Old
part: 2
...
`,
  'TOML of a Hugo site': `+++
# the head
title = 'Old'   # keep me
date = 2023-04-05T06:07:08+02:00
draft = true
tags = [
  "one", # first
  "two",
]
description = """
Old
text"""

[params]
title = "not the title"
[cover]
image = "old.png"
alt = "Old alt"
[[resources]]
title = "nor this"
+++
`,
  'TOML with inline tables': `+++\ncover = { src = "a.png", alt = "x" }\nseries = { name = "S", part = 2 }\n+++\n`,
  JSON: `{
  "title": "Old",
  "tags": [
    "a",
    "b"
  ],
  "draft": false,
  "series": { "name": "Old", "part": 3 },
  "cover": {"image": "a.png", "alt": "b"},
  "n": 1.0
}
`,
  'JSON on one line': `{"title": "Old", "date": "2020-01-01"}\n`,
} as const;

for (const [name, frontMatter] of Object.entries(origins)) {
  test(`${name}: unchanged, it is the same bytes`, () => {
    expect(readFields(frontMatter).problem).toBeNull();
    expect(writeFields(importedEssay(frontMatter))).toBe(frontMatter);
  });

  test(`${name}: whatever changes, a reader gets the fields back`, () => {
    fc.assert(
      fc.property(anyFields, fc.subarray(Object.keys(unsaidFields)), (fields, changed) => {
        const changes = Object.entries(fields).filter(([field]) => changed.includes(field));
        const essay = importedEssay(frontMatter, Object.fromEntries(changes));
        const written = writeFrontMatter(essay);
        expect(written.problem).toBeNull();
        expect(essay).toMatchObject(reread(written.text));
      }),
      { numRuns: 60 },
    );
  });
}

test('an essay that came from nowhere: a reader gets the fields back', () => {
  fc.assert(
    fc.property(anyFields, (fields) => {
      expect(reread(writeFields(essayWith(fields)))).toEqual(fields);
    }),
    { numRuns: 300 },
  );
});

test('an essay that came from nowhere but carries front matter, as a copy does: the same', () => {
  fc.assert(
    fc.property(anyFields, fc.constantFrom(...Object.values(origins)), (fields, frontMatter) => {
      expect(reread(writeFields(essayWith(fields, { frontMatter })))).toEqual(fields);
    }),
    { numRuns: 60 },
  );
});

/** All fields, as an import of the exported file finds them. */
function reread(frontMatter: string): EssayFields {
  const again = splitFrontMatter(`${frontMatter}Body\n`);
  expect(again.body).toBe('Body\n');
  return { ...unsaidFields, ...readFields(again.frontMatter).fields };
}

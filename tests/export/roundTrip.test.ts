import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import fc from 'fast-check';
import iconv from 'iconv-lite';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { markdownFile } from '#export/markdownFile.ts';
import { findMarkdownFiles } from '#import/findMarkdownFiles.ts';
import { importFiles } from '#import/importFiles.ts';
import { readMarkdownFile } from '#import/readMarkdownFile.ts';
import { createEssay, createEssays } from '#library/essays/createEssay.ts';
import { describeEssay } from '#library/essays/describeEssay.ts';
import { readEssay } from '#library/essays/readEssay.ts';
import type { Library } from '#library/library.ts';
import { openLibrary } from '#library/openLibrary.ts';

/** A file that comes in and goes out without edits is the same bytes, whatever the library made of its fields. */

let folder: string;
let library: Library;
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'round-trip-'));
  library = openLibrary(join(folder, 'Library.longhand'));
});
afterAll(() => {
  library.close();
  rmSync(folder, { recursive: true });
});

function throughTheLibrary(bytes: Uint8Array, name = 'essay.md'): Buffer {
  const { id } = createEssay(library, readMarkdownFile(bytes, name).essay);
  return Buffer.from(markdownFile(readEssay(library, id)).content);
}

test('every Markdown file of the installed packages', async () => {
  const { files } = await findMarkdownFiles(['node_modules']);
  expect(files.filter(({ name }) => /readme/i.test(basename(name))).length).toBeGreaterThan(200);

  const report = await importFiles(files, { add: (starts) => createEssays(library, starts) });
  expect(report.skipped).toEqual([]);
  expect(report.imported).toHaveLength(files.length);
  for (const [at, { id, file }] of report.imported.entries()) {
    const before = readFileSync(files[at]!.path);
    if (!before.equals(markdownFile(readEssay(library, id)).content)) {
      expect.fail(`${file} came out other than it came in`);
    }
  }
});

const frontMatters = {
  none: '',
  YAML: '---\ntitle: "One: Größe"\ntags: [a, b]  # two\ndate: 2024-01-02 03:04:05 +0100\nunknown: {x: 1}\n---\n',
  'YAML with dots': '---\r\ntitle: One\r\n...\r\n',
  'empty YAML': '---\n---\n',
  TOML: '+++\ntitle = "One"\ndate = 2024-01-02T03:04:05Z\n[params]\nx = 1\n+++\n\n',
  JSON: '{\n  "title": "One",\n  "tags": ["a"],\n  "x": {"}": 1}\n}\n',
  'broken YAML': '---\ntitle: "never closed\n : [\n---\n',
  'broken TOML': '+++\ntitle = \n+++\n',
  'broken JSON': '{ "title": }\n',
  'never closed': '---\ntitle: One\n',
  'values of the wrong type': '---\ntitle: [a]\ntags: 7\ndate: soon\nslug: ../..\nlang: !\n---\n',
  'keys said twice': '---\ntitle: One\ntitle: Two\n---\n',
  'unusual spacing': '---  \n\ntitle:    One   \n\n\n---\t\n',
};

const bodies = {
  empty: '',
  'without a final line break': 'Größe and more',
  CRLF: '# One\r\n\r\nWords.\r\n',
  CR: '# One\r\rWords.\r',
  'mixed line breaks': 'a\nb\r\nc\rd\n\r\ne\u2028f\u0085g',
  'spaces at every end': '  \n\t\n words  \t\n   ',
  'rules that look like front matter': '---\n\nWords\n\n---\n+++\n',
};

const encoders: Record<string, (text: string) => Buffer> = {
  'UTF-8': (text) => Buffer.from(text),
  'UTF-8 with its mark': (text) => Buffer.from(`\ufeff${text}`),
  'UTF-16LE': (text) => Buffer.from(`\ufeff${text}`, 'utf16le'),
  'UTF-16BE': (text) => Buffer.from(`\ufeff${text}`, 'utf16le').swap16(),
};

describe.each(Object.entries(encoders))('in %s', (_, encode) => {
  describe.each(Object.entries(frontMatters))('front matter: %s', (_, frontMatter) => {
    test.each(Object.entries(bodies))('body: %s', (_, body) => {
      for (const lineBreak of ['\n', '\r\n', '\r']) {
        const bytes = encode(frontMatter.replace(/\r?\n/g, lineBreak) + body);
        expect(throughTheLibrary(bytes)).toEqual(bytes);
      }
    });
  });
});

test.each([
  ['windows-1252', '---\ntitle: Café\n---\r\nUne étude – déjà.\r\n'],
  ['windows-1252', '# Notes\n\nIt’s fine.\n'],
  [
    'Shift_JIS',
    '---\ntitle: 見出し\n---\nこれは日本語の長い文章です。技術的なエッセイを書きます。\n',
  ],
  ['EUC-KR', '# 제목\r\n이것은 데이터베이스 이전 비용에 대한 한국어 글입니다.'],
  ['windows-1251', '# Заголовок\n\nЭто достаточно длинный текст на русском языке.\n'],
  ['utf-16le', '# Without a mark\n\nWords.\n'],
])('in %s: %j', (encoding, text) => {
  const bytes = iconv.encode(text, encoding);
  expect(throughTheLibrary(bytes)).toEqual(bytes);
});

test('any text at all, or a refusal', () => {
  const piece = fc.oneof(
    fc.constantFrom(
      '---\n',
      '---\r\n',
      '+++\n',
      '{"',
      '}',
      'title: ',
      '# ',
      '\n',
      '\r',
      '\r\n',
      '```',
    ),
    fc.string({ unit: 'binary' }),
  );
  fc.assert(
    fc.property(
      fc.array(piece, { maxLength: 12 }),
      fc.constantFrom(...Object.keys(encoders)),
      (pieces, name) => {
        const bytes = encoders[name]!(pieces.join('').replaceAll('\0', '').toWellFormed());
        let out: Buffer;
        try {
          out = throughTheLibrary(bytes);
        } catch (error) {
          expect(error).toMatchObject({ code: 'unreadable-file' });
          return;
        }
        expect(out).toEqual(bytes);
      },
    ),
    { numRuns: 300 },
  );
});

describe('after an edit', () => {
  const windows1252 = iconv.encode('---\ntitle: Café\n---\nDéjà vu.\r\n', 'windows-1252');

  test('the file keeps its encoding while that can hold the text', () => {
    const { id } = createEssay(library, readMarkdownFile(windows1252, 'a.md').essay);
    const essay = describeEssay(library, id, { title: 'Thé' });
    const text = iconv.decode(Buffer.from(markdownFile(essay).content), 'windows-1252');
    expect(text).toContain('title: Thé');
    expect(text).toContain('Déjà vu.\r\n');
  });

  test('and is UTF-8 when it cannot', () => {
    const { id } = createEssay(library, readMarkdownFile(windows1252, 'a.md').essay);
    const essay = describeEssay(library, id, { title: '日本語' });
    const text = Buffer.from(markdownFile(essay).content).toString('utf8');
    expect(text).toContain('title: 日本語');
    expect(text).toContain('Déjà vu.\r\n');
  });
});

test('an essay begun in the studio comes back with the same fields and text', () => {
  const { id } = createEssay(library, {
    title: 'A "quoted": title',
    excerpt: 'Two sentences. Here they are.',
    tags: ['a', 'b: c'],
    series: 'A series',
    seriesPlace: 2,
    status: 'published',
    language: 'de',
    publishedAt: '2026-03-31T09:00:00.000Z',
    canonicalUrl: 'https://example.com/a',
    coverImage: 'https://example.com/a.png',
    coverAlt: 'A cover',
    body: 'Words.\n',
  });
  const essay = readEssay(library, id);
  const back = readMarkdownFile(markdownFile(essay).content, 'other.md').essay;
  for (const field of [
    'title',
    'slug',
    'excerpt',
    'tags',
    'series',
    'seriesPlace',
    'status',
    'language',
    'canonicalUrl',
    'coverImage',
    'coverAlt',
    'body',
  ] as const) {
    expect({ [field]: back[field] }).toEqual({ [field]: essay[field] });
  }
  expect(Date.parse(back.publishedAt ?? '')).toBe(Date.parse(essay.publishedAt ?? ''));
});

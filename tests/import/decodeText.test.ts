import iconv from 'iconv-lite';
import { describe, expect, test } from 'vitest';
import { decodeText } from '#import/decodeText.ts';

const decode = (bytes: Uint8Array) => decodeText(bytes, 'essay.md');
const bytesOf = (...values: number[]) => Uint8Array.from(values);

describe('encodings that a file states', () => {
  test('plain UTF-8, with every kind of line break kept', () => {
    const text = '# Größe 日本 🙂\r\none\rtwo\nlast without an end';
    expect(decode(Buffer.from(text))).toEqual({ text, encoding: 'utf-8', guessed: false });
  });

  test('an empty file is UTF-8', () => {
    expect(decode(bytesOf())).toEqual({ text: '', encoding: 'utf-8', guessed: false });
  });

  test('UTF-8 with a byte order mark, which is not part of the text', () => {
    expect(decode(Buffer.from('\ufeff# One'))).toMatchObject({
      text: '# One',
      encoding: 'utf-8-bom',
    });
  });

  test('only the first of two byte order marks is taken off', () => {
    expect(decode(Buffer.from('\ufeff\ufeffOne')).text).toBe('\ufeffOne');
  });

  test('UTF-16 of both byte orders, by its mark', () => {
    const text = '# Über 日本 🙂\r\n';
    expect(decode(Buffer.from(`\ufeff${text}`, 'utf16le'))).toMatchObject({
      text,
      encoding: 'utf-16le',
    });
    expect(decode(Buffer.from(`\ufeff${text}`, 'utf16le').swap16())).toMatchObject({
      text,
      encoding: 'utf-16be',
    });
  });
});

describe('encodings that are told from the bytes', () => {
  test('UTF-16 without a mark', () => {
    const text = '# A title\n\nSome words in 日本語.\n';
    expect(decode(Buffer.from(text, 'utf16le'))).toEqual({
      text,
      encoding: 'utf-16le-unmarked',
      guessed: true,
    });
    expect(decode(Buffer.from(text, 'utf16le').swap16())).toMatchObject({
      text,
      encoding: 'utf-16be-unmarked',
    });
  });

  test.each([
    ['windows-1252', '# Café\n\nUne étude de cas : l’équipe a déployé le système à Genève.\n'],
    ['windows-1252', 'Café\n'],
    ['windows-1252', 'title: Café\nDéjà vu.\r\n'],
    [
      'windows-1250',
      'Tento článek popisuje, jak jsme přesunuli databázi a kolik to stálo. Bylo to dražší.\n',
    ],
    ['windows-1252', '# Notes\n\nIt’s “fine” — really. The rest is plain English and goes on.\n'],
    ['windows-1252', '# Über die Größe\n\nDie Prüfung läuft für alle Anwälte.\n'],
    [
      'windows-1250',
      '# Zażółć gęślą jaźń\n\nTo jest długi tekst po polsku, który ma różne znaki.\n',
    ],
    ['windows-1251', '# Заголовок\n\nЭто достаточно длинный текст на русском языке.\n'],
    ['KOI8-R', '# Заголовок\n\nЭто достаточно длинный текст на русском языке.\n'],
    ['Shift_JIS', '# 見出し\n\nこれは日本語の長い文章です。技術的なエッセイを書きます。\n'],
    ['EUC-JP', '# 見出し\n\nこれは日本語の長い文章です。技術的なエッセイを書きます。\n'],
    ['GB18030', '# 标题\n\n这是一个用于测试的中文文章,讨论数据库的迁移成本。\n'],
    ['Big5', '# 標題\n\n這是一個用於測試的中文文章,討論資料庫的遷移成本。\n'],
    ['EUC-KR', '# 제목\n\n이것은 데이터베이스 이전 비용에 대한 한국어 글입니다.\n'],
  ])('%s: %j', (encoding, text) => {
    expect(decode(iconv.encode(text, encoding))).toEqual({ text, encoding, guessed: true });
  });

  test('accents far down in a long English text', () => {
    const text = `${'Plain words in a long line of text.\n'.repeat(20_000)}Café\n`;
    expect(decode(iconv.encode(text, 'windows-1252'))).toMatchObject({
      text,
      encoding: 'windows-1252',
    });
  });
});

describe('what is refused', () => {
  const refusal = (bytes: Uint8Array) => {
    try {
      decode(bytes);
    } catch (error) {
      return error;
    }
    throw new Error('was decoded');
  };

  test.each([
    ['the start of a PNG', bytesOf(0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 0, 0, 0, 13)],
    ['NULs among ASCII', Buffer.from('one\0two\0three')],
    ['control characters', bytesOf(1, 2, 3, 4, 5)],
    ['a single NUL in a long text', Buffer.from(`${'words and words\n'.repeat(500)}\0`)],
  ])('a binary file: %s', (_, bytes) => {
    expect(refusal(bytes)).toMatchObject({
      code: 'unreadable-file',
      message: '“essay.md” is a binary file, not text.',
    });
  });

  test.each([
    ['UTF-8 mark, then bytes that are not UTF-8', bytesOf(0xef, 0xbb, 0xbf, 0x41, 0xff)],
    ['UTF-16 cut within a character', bytesOf(0xff, 0xfe, 0x41, 0x00, 0x42)],
    ['UTF-16 with half a surrogate pair', bytesOf(0xff, 0xfe, 0x3d, 0xd8, 0x41, 0x00)],
    ['no text in any encoding', bytesOf(0x81, 0xfe, 0x9d, 0xff, 0x8d, 0xa0, 0x90)],
  ])('an encoding that cannot be told: %s', (_, bytes) => {
    expect(refusal(bytes)).toMatchObject({
      code: 'unreadable-file',
      message: '“essay.md” is in an encoding that cannot be told for sure.',
      advice: expect.stringContaining('UTF-8'),
    });
  });

  test('a file over 16 MB, by its size in a sentence', () => {
    expect(refusal(new Uint8Array(50 * 1024 * 1024))).toMatchObject({
      code: 'unreadable-file',
      message: '“essay.md” has 50 MB; a file to import has at most 16 MB.',
    });
  });
});

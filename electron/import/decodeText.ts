import iconv from 'iconv-lite';
import { StudioError } from '#contract/errors.ts';
import type { Encoding } from '#contract/essay.ts';
import { guessEncodings } from './guessEncodings.ts';

export interface DecodedText {
  /** Without its byte order mark; line breaks as they came. */
  readonly text: string;
  readonly encoding: Encoding;
  /** True when the bytes do not say their encoding and it was told from what they look like. */
  readonly guessed: boolean;
}

const largestFile = 16 * 1024 * 1024;

/**
 * The text of a file, in whichever encoding gives exactly these bytes back when it is written again.
 * Refuses with `unreadable-file`: binary files, files over 16 MB, and text in no encoding that can be told.
 */
export function decodeText(bytes: Uint8Array, fileName: string): DecodedText {
  refuseLargeFile(bytes.length, fileName);
  const mark = marks.find((each) => each.bytes.every((byte, at) => bytes[at] === byte));
  const decoded = mark ? decodeMarked(bytes, mark) : decodeUnmarked(bytes, fileName);
  if (!decoded) {
    throw new StudioError(
      'unreadable-file',
      `“${fileName}” is in an encoding that cannot be told for sure.`,
      'Save it as UTF-8 in the program it came from, then import it again.',
    );
  }
  if (notText.test(decoded.text)) throw binary(fileName);
  return decoded;
}

/** Throws `unreadable-file` for a size in bytes that is over the limit, so that a large file need not be read to be refused. */
export function refuseLargeFile(size: number, fileName: string): void {
  if (size <= largestFile) return;
  const megabytes = Math.ceil(size / 1024 / 1024);
  throw new StudioError(
    'unreadable-file',
    `“${fileName}” has ${megabytes} MB; a file to import has at most ${largestFile / 1024 / 1024} MB.`,
    'Split it into several essays.',
  );
}

/** Control characters that no text file has. Form feed, backspace, escape and the old end-of-file mark do turn up in text. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: these are the characters looked for
const notText = /[\x00-\x07\x0e-\x19\x1c-\x1f]/;

interface Mark {
  readonly encoding: Encoding;
  readonly codec: string;
  readonly bytes: readonly number[];
}

const marks: readonly Mark[] = [
  { encoding: 'utf-8-bom', codec: 'utf-8', bytes: [0xef, 0xbb, 0xbf] },
  { encoding: 'utf-16le', codec: 'utf-16le', bytes: [0xff, 0xfe] },
  { encoding: 'utf-16be', codec: 'utf-16be', bytes: [0xfe, 0xff] },
];

function decodeMarked(bytes: Uint8Array, mark: Mark): DecodedText | null {
  const text = decodeExactly(bytes.subarray(mark.bytes.length), mark.codec);
  return text === null ? null : { text, encoding: mark.encoding, guessed: false };
}

function decodeUnmarked(bytes: Uint8Array, fileName: string): DecodedText | null {
  if (bytes.includes(0)) {
    const wide = decodeUnmarkedUtf16(bytes);
    if (!wide) throw binary(fileName);
    return wide;
  }
  const utf8 = decodeExactly(bytes, 'utf-8');
  if (utf8 !== null) return { text: utf8, encoding: 'utf-8', guessed: false };

  for (const encoding of guessEncodings(bytes)) {
    const text = decodeExactly(bytes, encoding);
    if (text !== null && !unassigned.test(text)) return { text, encoding, guessed: true };
  }
  return null;
}

/** What a wrong guess shows: C1 controls, private and unassigned characters, the replacement character. */
const unassigned = /[\u0080-\u0084\u0086-\u009f\ufffd\p{Co}\p{Cn}]/u;

/** UTF-16 without a mark: its ASCII characters have their NUL always on the same side. */
function decodeUnmarkedUtf16(bytes: Uint8Array): DecodedText | null {
  const nuls = [0, 0];
  bytes.forEach((byte, at) => {
    if (byte === 0) nuls[at % 2]!++;
  });
  const [even, odd] = nuls as [number, number];
  if (even > 0 && odd > 0) return null;
  // A text of any script has at least line breaks and spaces among every twenty characters.
  if ((even + odd) * 2 < bytes.length / 20) return null;
  const codec = odd > 0 ? 'utf-16le' : 'utf-16be';
  const text = decodeExactly(bytes, codec);
  if (text === null || unassigned.test(text) || notText.test(text)) return null;
  return { text, encoding: `${codec}-unmarked`, guessed: true };
}

/** Null unless writing the text again gives the very same bytes. */
function decodeExactly(bytes: Uint8Array, codec: string): string | null {
  const text = iconv.decode(bytes, codec, { stripBOM: false });
  return text.isWellFormed() && iconv.encode(text, codec).equals(bytes) ? text : null;
}

function binary(fileName: string): StudioError {
  return new StudioError(
    'unreadable-file',
    `“${fileName}” is a binary file, not text.`,
    'If an essay is in it, save that as Markdown or plain text.',
  );
}

import iconv from 'iconv-lite';
import type { Encoding } from '#contract/essay.ts';

/** The bytes of a text with the encoding's byte order mark, or null where the encoding is unknown or cannot hold all of it. */
export function encodeText(text: string, encoding: Encoding): Uint8Array | null {
  const { codec, mark } = marked[encoding] ?? {
    codec: encoding.replace(/-unmarked$/, ''),
    mark: [],
  };
  if (!iconv.encodingExists(codec)) return null;
  const bytes = iconv.encode(text, codec);
  const read = iconv.decode(bytes, codec, { stripBOM: false });
  return read === text ? Buffer.concat([Buffer.from(mark), bytes]) : null;
}

const marked: Readonly<Record<string, { codec: string; mark: readonly number[] }>> = {
  'utf-8-bom': { codec: 'utf-8', mark: [0xef, 0xbb, 0xbf] },
  'utf-16le': { codec: 'utf-16le', mark: [0xff, 0xfe] },
  'utf-16be': { codec: 'utf-16be', mark: [0xfe, 0xff] },
};

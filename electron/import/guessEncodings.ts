import chardet from 'chardet';
import iconv from 'iconv-lite';

/**
 * Encodings, likeliest first, that these bytes (neither UTF-8 nor UTF-16) may be in; empty when nothing is likely.
 * Each is a name iconv knows. Whether one gives the same bytes back is for the caller to check.
 */
export function guessEncodings(bytes: Uint8Array): string[] {
  const matches = chardet
    .analyse(linesBeyondAscii(bytes))
    .map((match) => ({ ...match, encoding: windowsName[match.name] ?? match.name }))
    .filter(({ encoding }) => iconv.encodingExists(encoding));

  const [best] = matches;
  const undecided = !best || best.confidence < leastConfidence || best.lang === 'ro';
  return [
    // A few French or Italian accents are taken for Romanian, whose own letters would not look Western.
    ...(undecided && looksWestern(bytes) ? ['windows-1252'] : []),
    ...matches
      .filter(({ confidence }) => confidence >= leastConfidence)
      .map(({ encoding }) => encoding),
  ];
}

/** Out of 100. Random bytes score below 10, a sentence in its own encoding 35 to 100. */
const leastConfidence = 35;

/** The Windows code page that holds everything of its ISO neighbour and is what programs really write. */
const windowsName: Readonly<Record<string, string>> = {
  'ISO-8859-1': 'windows-1252',
  'ISO-8859-8': 'windows-1255',
  'ISO-8859-9': 'windows-1254',
};

/** Lines that have a byte beyond ASCII, up to 64 KB: all that tells encodings apart, and quick to judge. */
function linesBeyondAscii(bytes: Uint8Array): Uint8Array {
  const lines: Uint8Array[] = [];
  let length = 0;
  let start = 0;
  while (start < bytes.length && length < 65_536) {
    const lineBreak = bytes.indexOf(0x0a, start);
    const end = lineBreak < 0 ? bytes.length : lineBreak + 1;
    const line = bytes.subarray(start, Math.min(end, start + 65_536));
    if (line.some((byte) => byte > 0x7f)) {
      lines.push(line);
      length += line.length;
    }
    start = end;
  }
  return Buffer.concat(lines);
}

/** True for mostly ASCII text whose other characters, read as windows-1252, are letters and marks of Western European languages. */
function looksWestern(bytes: Uint8Array): boolean {
  const sample = iconv.decode(linesBeyondAscii(bytes), 'windows-1252');
  const beyond = sample.match(/[^\0-\x7f]/g)?.length ?? 0;
  const westernOnes = sample.match(/[À-ÖØ-öø-ÿŒœŠšŽžŸ“”‘’‚„–—…•€£§©®™°·«»¡¿´\u00a0]/g)?.length ?? 0;
  const letters = sample.match(/\p{L}/gu)?.length ?? 0;
  return beyond === westernOnes && beyond <= letters * 0.3;
}

/**
 * Words of a text as a writer counts them: runs between spaces that hold a letter or a digit.
 * Each Chinese character and each kana counts as one; Korean, which has spaces, is counted by them.
 */
export function countWords(text: string): number {
  let words = 0;
  let counted = false;
  for (let at = 0; at < text.length; at++) {
    const code = text.charCodeAt(at);
    if (code < 0x80) {
      const kind = asciiKinds[code];
      if (kind === inWord) {
        if (!counted) words++;
        counted = true;
      } else if (kind === space) counted = false;
      continue;
    }
    const point = text.codePointAt(at) ?? code;
    if (point > 0xffff) at++;
    if (isCountedAlone(point)) {
      words++;
      counted = false;
    } else if (separators.has(point) || (point >= 0x2000 && point <= 0x200b)) counted = false;
    else if (!counted && letterOrNumber.test(String.fromCodePoint(point))) {
      words++;
      counted = true;
    }
  }
  return words;
}

/** Whole minutes at 230 words a minute, rounded up; 0 for no words. */
export function readingMinutes(words: number): number {
  return Math.ceil(words / 230);
}

/** Length in code points: what a reader would call characters, near enough. */
export function countCharacters(text: string): number {
  let characters = text.length;
  if (!/[\ud800-\udbff]/.test(text)) return characters;
  for (let at = 0; at < text.length - 1; at++) {
    if ((text.charCodeAt(at) & 0xfc00) !== 0xd800) continue;
    if ((text.charCodeAt(at + 1) & 0xfc00) === 0xdc00) {
      characters--;
      at++;
    }
  }
  return characters;
}

const letterOrNumber = /[\p{L}\p{N}]/u;

/** No-break space, line separators, narrow no-break space, em dash, ellipsis, ideographic space. */
const separators = new Set([0xa0, 0x2014, 0x2026, 0x2028, 0x2029, 0x202f, 0x205f, 0x3000]);

const space = 1;
const inWord = 2;

/** For each ASCII character, whether it parts words, makes one, or neither. */
const asciiKinds = Uint8Array.from({ length: 0x80 }, (_, code) => {
  if (code <= 0x20) return space;
  return /[a-z0-9]/i.test(String.fromCharCode(code)) ? inWord : 0;
});

function isCountedAlone(point: number): boolean {
  return (
    (point >= 0x4e00 && point <= 0x9fff) ||
    (point >= 0x3041 && point <= 0x30ff && point !== 0x30fb) ||
    (point >= 0x3400 && point <= 0x4dbf) ||
    (point >= 0xf900 && point <= 0xfaff) ||
    (point >= 0xff66 && point <= 0xff9f) ||
    (point >= 0x20000 && point <= 0x3ffff)
  );
}

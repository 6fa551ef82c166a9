/**
 * Words in a piece of Markdown as it stands, its code included; a character of Chinese, Japanese or
 * Korean counts as one, and what an apostrophe or hyphen joins is one word. An approximation for lists,
 * cheap enough for every save.
 */
export function countWords(text: string): number {
  let words = 0;
  let isInWord = false;
  for (let i = 0; i < text.length; i++) {
    const unit = text.charCodeAt(i);
    let kind = kinds[unit] || classify(unit);
    if (kind === half) {
      kind = kindOf(String.fromCodePoint(text.codePointAt(i) ?? unit));
      if (text.codePointAt(i) !== unit) i++;
    }
    if (kind === letter) {
      if (!isInWord) words++;
      isInWord = true;
    } else if (kind === ideograph) {
      words++;
      isInWord = false;
    } else if (kind !== joiner || !isInWord || !startsWord(text, i + 1)) {
      isInWord = false;
    }
  }
  return words;
}

const other = 1;
const letter = 2;
const ideograph = 3;
const joiner = 4;
const half = 5;

/** What each UTF-16 unit is, as far as one has been met; 0 where not. */
const kinds = new Uint8Array(0x1_00_00);

function classify(unit: number): number {
  const isHalf = unit >= 0xd8_00 && unit <= 0xdb_ff;
  const kind = isHalf ? half : kindOf(String.fromCharCode(unit));
  kinds[unit] = kind;
  return kind;
}

function kindOf(character: string): number {
  if (/['’-]/.test(character)) return joiner;
  if (/[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}]/u.test(character)) return ideograph;
  return /[\p{L}\p{N}\p{M}]/u.test(character) ? letter : other;
}

function startsWord(text: string, at: number): boolean {
  const point = text.codePointAt(at);
  return point !== undefined && kindOf(String.fromCodePoint(point)) === letter;
}

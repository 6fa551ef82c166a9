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

/** The words of a text that was another before: only what lies between its changes is counted anew. */
export function recountWords(
  before: { readonly text: string; readonly words: number },
  text: string,
): number {
  const old = before.text;
  const shorter = Math.min(old.length, text.length);
  let start = mostThat(shorter, (from, to) => old.slice(from, to) === text.slice(from, to));
  let end = mostThat(shorter - start, (from, to) => tail(old, from, to) === tail(text, from, to));
  // No word reaches over a space.
  while (start > 0 && !isSpace(text.charCodeAt(start - 1))) start--;
  while (end > 0 && !isSpace(text.charCodeAt(text.length - end))) end--;
  const gone = countWords(old.slice(start, old.length - end));
  return before.words - gone + countWords(text.slice(start, text.length - end));
}

/** The most up to `limit`, where what holds of a range holds of its parts. Strings are compared far quicker than units. */
function mostThat(limit: number, holds: (from: number, to: number) => boolean): number {
  let [most, above] = [0, limit];
  while (most < above) {
    const middle = (most + above + 1) >> 1;
    if (holds(most, middle)) most = middle;
    else above = middle - 1;
  }
  return most;
}

/** From the end of a text. */
function tail(text: string, from: number, to: number): string {
  return text.slice(text.length - to, text.length - from);
}

function isSpace(unit: number): boolean {
  return unit === 0x20 || unit === 0x0a;
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

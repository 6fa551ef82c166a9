import { isUnspaced } from './words.ts';

/** What finds words in text as the index does: whole words but for the last, case and accents aside. */
export interface Locator {
  readonly holdsAll: (text: string) => boolean;
  /** The place to show: where the words stand together, else where the longest of them first stands. Null when none does. */
  readonly first: (text: string) => readonly [from: number, to: number] | null;
  /** Every place of every word, in order. */
  readonly all: (text: string) => readonly (readonly [from: number, to: number])[];
}

export function createLocator(words: readonly string[]): Locator {
  const patterns = words.map((word, place) => wordPattern(word, place === words.length - 1));
  const longest =
    patterns[words.indexOf(words.reduce((a, b) => (b.length > a.length ? b : a), ''))];
  const together = new RegExp(patterns.join(`[^${letter}]{1,3}`), 'i');
  const alone = new RegExp(longest ?? '(?!)', 'i');
  const any = new RegExp(patterns.join('|') || '(?!)', 'gi');
  const each = patterns.map((pattern) => new RegExp(pattern, 'i'));
  return {
    holdsAll(text) {
      const { letters } = plain(text);
      return each.every((word) => word.test(letters));
    },
    first(text) {
      const found = plain(text);
      const match =
        together.exec(found.letters) ??
        alone.exec(found.letters) ??
        each.map((word) => word.exec(found.letters)).find((one) => one !== null);
      return match ? found.place(match) : null;
    },
    all(text) {
      const found = plain(text);
      return [...found.letters.matchAll(any)].map((match) => found.place(match));
    },
  };
}

/** In a plain text: whatever is not ASCII is a letter or a digit, since signs have become spaces. */
const letter = String.raw`A-Za-z0-9\x80-\uffff`;

function wordPattern(word: string, isBeginning: boolean): string {
  const { letters } = plain(word);
  if (letters === '') return '(?!)';
  if (isUnspaced(word)) return letters;
  return `(?<![${letter}])${letters}${isBeginning ? '' : `(?![${letter}])`}`;
}

interface PlainText {
  readonly letters: string;
  /** Where a match stands in the text itself, with the accents of its last letter. */
  readonly place: (match: RegExpMatchArray) => readonly [from: number, to: number];
}

/**
 * A text without accents, and with spaces for signs that are not ASCII. Taking them out of the text is quick; an
 * expression that allows for them everywhere takes up to half a second to be compiled.
 */
function plain(text: string): PlainText {
  const dropped: number[] = [];
  const letters = text.replace(/[^\0-\x7f]/gu, (character, at: number) => {
    if (isUnspaced(character)) return character;
    if (/\p{M}/u.test(character)) {
      for (let unit = 0; unit < character.length; unit++) dropped.push(at + unit);
      return '';
    }
    if (!/[\p{L}\p{N}]/u.test(character)) return ' '.repeat(character.length);
    const bare = character.normalize('NFD').replace(/\p{M}/gu, '');
    return bare.length === character.length ? bare : character;
  });
  const inText = (place: number) => {
    let at = place;
    for (const gap of dropped) {
      if (gap > at) break;
      at++;
    }
    return at;
  };
  return {
    letters,
    place(match) {
      const from = match.index ?? 0;
      return [inText(from), inText(from + match[0].length)];
    },
  };
}

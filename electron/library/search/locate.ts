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
  const together = new RegExp(patterns.join(String.raw`[^\p{L}\p{N}]{1,3}`), 'iu');
  const alone = new RegExp(longest ?? '(?!)', 'iu');
  const any = new RegExp(patterns.join('|') || '(?!)', 'giu');
  const each = patterns.map((pattern) => new RegExp(pattern, 'iu'));
  return {
    holdsAll: (text) => each.every((word) => word.test(text)),
    first(text) {
      const match =
        together.exec(text) ??
        alone.exec(text) ??
        each.map((word) => word.exec(text)).find((found) => found !== null);
      return match?.index === undefined ? null : [match.index, match.index + match[0].length];
    },
    all: (text) =>
      [...text.matchAll(any)].map((match) => [match.index, match.index + match[0].length] as const),
  };
}

function wordPattern(word: string, isBeginning: boolean): string {
  const body = [...word.normalize('NFC')].map(letterPattern).join('');
  if (isUnspaced(word)) return body;
  return String.raw`(?<![\p{L}\p{N}])${body}${isBeginning ? '' : String.raw`(?![\p{L}\p{N}])`}`;
}

function letterPattern(letter: string): string {
  if (isUnspaced(letter)) return escaped(letter);
  const [plain = letter] = letter.normalize('NFD');
  const accented = accentedForms().get(plain.toLowerCase()) ?? '';
  return String.raw`[${escaped(plain)}${accented}]\p{M}*`;
}

let forms: Map<string, string> | null = null;

/** For each letter the composed letters that are it with an accent, from the alphabets that have such. */
function accentedForms(): Map<string, string> {
  if (forms !== null) return forms;
  forms = new Map();
  for (let code = 0xc0; code < 0x2000; code++) {
    const composed = String.fromCharCode(code);
    const [letter, ...marks] = composed.normalize('NFD').toLowerCase();
    if (letter === undefined || marks.length === 0) continue;
    forms.set(letter, (forms.get(letter) ?? '') + composed);
  }
  return forms;
}

function escaped(text: string): string {
  return text.replace(/[\\^$.*+?()[\]{}|/-]/g, '\\$&');
}

/** Scripts written without spaces between words: each of their letters is a word to the index. */
const unspaced =
  /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}\p{Script=Thai}\p{Script=Lao}\p{Script=Khmer}\p{Script=Myanmar}]/gu;

/** Text as the index is given it, so that any run of Chinese, Japanese, Korean or Thai letters can be found. */
export function segmented(text: string): string {
  return text.replace(unspaced, ' $& ');
}

/** True for a word that may begin or end in the middle of a longer run of letters. */
export function isUnspaced(word: string): boolean {
  return word.search(unspaced) !== -1;
}

const mostWords = 12;
const longestWord = 64;

/** The words of what a person typed: letters and digits of any script, nothing that a query language could mean. */
export function queryWords(typed: string): readonly string[] {
  const words =
    typed
      .slice(0, 1000)
      .normalize('NFC')
      .match(/[\p{L}\p{N}\p{M}]+/gu) ?? [];
  return words.slice(0, mostWords).map((word) => word.slice(0, longestWord).toWellFormed());
}

/** The full-text query for essays that hold every word, the last one as the beginning of a word. */
export function matchAll(words: readonly string[]): string {
  return words
    .map((word, place) => `"${segmented(word)}"${place === words.length - 1 ? ' *' : ''}`)
    .join(' AND ');
}

/** A word of the page's text: the one at an offset, and which of its equals it is, counted from 0. */
export interface ClickedWord {
  readonly word: string;
  readonly occurrence: number;
  /** How far into the word the offset is. */
  readonly within: number;
}

const words = /[\p{L}\p{M}\p{N}_]+/gu;

/** The word at an offset of a text, or the one before it; null where there is none. */
export function wordAt(text: string, offset: number): ClickedWord | null {
  let found: RegExpExecArray | null = null;
  const seen: string[] = [];
  for (const match of text.matchAll(words)) {
    if (match.index > offset) break;
    found = match;
    seen.push(match[0]);
  }
  if (!found) return null;
  const [word] = found;
  return {
    word,
    occurrence: seen.filter((other) => other === word).length - 1,
    within: Math.min(word.length, offset - found.index),
  };
}

/**
 * The column of a source line where a word of its page stands: the same occurrence of it, or the last there is.
 * A word of the page can be missing in the source (an entity, a typographer's change): then the column of the text's
 * first word, which is where the line's text begins.
 */
export function sourcePosition(line: string, clicked: ClickedWord | null): number {
  const standing = clicked
    ? [...line.matchAll(words)].filter(([word]) => word === clicked.word)
    : [];
  const match = clicked && (standing[clicked.occurrence] ?? standing.at(-1));
  if (match) return match.index + clicked.within;
  return Math.max(0, line.search(/[\p{L}\p{N}]/u));
}

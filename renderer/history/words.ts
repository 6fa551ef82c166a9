/** A text in the pieces a difference is told in: words, spaces, line breaks and marks, each its own. */
export function piecesOf(text: string): string[] {
  return text.match(piece) ?? [];
}

/** Chinese, Japanese and Thai have no spaces between words: each character, or cluster, stands for itself. */
const piece =
  /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}\p{Script=Lao}\p{Script=Khmer}]\p{M}*|(?:(?![\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}\p{Script=Lao}\p{Script=Khmer}])[\p{L}\p{N}\p{M}_]|(?<=\p{L})['’](?=\p{L}))+|\n|[^\S\n]+|\P{M}\p{M}*|\p{M}+/gu;

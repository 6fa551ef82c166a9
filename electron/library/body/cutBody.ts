import { hasLoneReturn, type LineBreak } from './lineBreaks.ts';

/** UTF-16 units of a piece as it is cut; editing may let it grow to `largestPiece` before the text is cut anew. */
const pieceLength = 4_096;
export const largestPiece = 3 * pieceLength;

/**
 * The pieces a text is stored in, at least one. They end after a line break where there is one, never
 * within a character or a `\r\n`, nor within a word where its line has another. A text with lone `\r` stays whole: an
 * edit could leave one at the end of a piece whose next begins with `\n`, and the two would read as one line break.
 */
export function cutBody(text: string, lineBreak: LineBreak): readonly string[] {
  if (text.length <= largestPiece || lineBreak === '\r' || hasLoneReturn(text)) return [text];
  const pieces: string[] = [];
  let start = 0;
  while (text.length - start > pieceLength) {
    const end = cutBetween(text, start + pieceLength / 2, start + pieceLength);
    pieces.push(text.slice(start, end));
    start = end;
  }
  pieces.push(text.slice(start));
  return pieces;
}

function cutBetween(text: string, low: number, high: number): number {
  const lineEnd = text.lastIndexOf('\n', high - 1) + 1;
  if (lineEnd > low) return lineEnd;
  const wordEnd = text.lastIndexOf(' ', high - 1) + 1;
  if (wordEnd > low) return wordEnd;
  const splitsPair = text[high - 1] === '\r' && text[high] === '\n';
  const splitsCharacter = /[\ud800-\udbff]/.test(text.charAt(high - 1));
  return splitsPair || splitsCharacter ? high + 1 : high;
}

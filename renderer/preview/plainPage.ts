import type { Text } from '@codemirror/state';
import { countWords, readingMinutes } from '#markdown/statistics.ts';
import type { Unit } from '#markdown/types.ts';
import type { Page } from './messages.ts';

const linesInUnit = 200;
/** In UTF-16 units: a browser takes far longer to lay out one long run of text than as much in pieces. */
const charactersInPiece = 16_000;

/** The source itself as a page: what is shown of a text that cannot be rendered in time. Classed `plain-source`. */
export function plainPage(text: Text): Page {
  const units: Unit[] = [];
  for (let first = 0; first < text.lines; ) {
    const lines = linesFrom(text, first);
    const from = text.line(first + 1).from;
    const to = text.line(first + lines).to;
    units.push({
      html: asHtml(piecesOf(text.sliceString(from, to))),
      line: first,
      lines,
      anchors: [{ line: 0, lines, element: 0, kind: 'flow' }],
    });
    first += lines;
  }
  const words = countWords(text.toString());
  const statistics = { words, characters: text.length, minutes: readingMinutes(words) };
  return { units, footnotes: '', outline: [], statistics };
}

/** How many lines make the unit that begins with line `first`: as many as fit into one piece, one at least. */
function linesFrom(text: Text, first: number): number {
  const most = Math.min(linesInUnit, text.lines - first);
  const { from } = text.line(first + 1);
  let lines = 1;
  while (lines < most && text.line(first + lines + 1).to - from <= charactersInPiece) lines += 1;
  return lines;
}

/** Only a line that is too long by itself is cut, never within a character. */
function piecesOf(source: string): string[] {
  const pieces: string[] = [];
  for (let from = 0; from < source.length || from === 0; ) {
    let to = Math.min(source.length, from + charactersInPiece);
    if (to < source.length && isHighSurrogate(source.charCodeAt(to - 1))) to -= 1;
    pieces.push(source.slice(from, to));
    from = Math.max(to, 1);
  }
  return pieces;
}

function isHighSurrogate(code: number): boolean {
  return code >= 0xd800 && code < 0xdc00;
}

/** Pieces of a line are laid out when they come into view. */
function asHtml(pieces: readonly string[]): string {
  const classes = pieces.length > 1 ? 'plain-source piece' : 'plain-source';
  const escaped = pieces.map((piece) => piece.replaceAll('&', '&amp;').replaceAll('<', '&lt;'));
  return escaped.map((piece) => `<pre class="${classes}">\n${piece}\n</pre>\n`).join('');
}

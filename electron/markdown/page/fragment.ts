import type { LineAnchor } from '../types.ts';
import type { Hole, MarkedLines } from './blockEnv.ts';

/** A piece of HTML with holes for what only the whole document can tell: piece, hole, piece, hole, ... piece. */
export interface Fragment {
  readonly pieces: readonly string[];
  readonly holes: readonly Hole[];
  /**
   * Elements tied to lines, counted from the block's first. Without raw HTML their places are known; with it, the
   * cleaner decides what elements there are, and the marks are still in the pieces.
   */
  readonly anchors: readonly LineAnchor[];
  readonly marks: readonly MarkedLines[] | null;
}

/** The text that stands for a hole while a block is rendered. Sources hold no NUL, so nothing else looks like it. */
export function holeText(index: number): string {
  return `\0${index}\0`;
}

/** The attribute that stands for a mark while a block is rendered. */
export function markText(index: number): string {
  return ` \0="${index}"`;
}

/** Takes the holes, and with `marksStay` false the marks, out of HTML rendered by safe rules. */
export function toFragment(
  html: string,
  allHoles: readonly Hole[],
  marks: readonly MarkedLines[],
  marksStay: boolean,
): Fragment {
  const pieces: string[] = [];
  const holes: Hole[] = [];
  const anchors: LineAnchor[] = [];
  let piece = '';
  let done = 0;
  let counted = 0;
  let elements = 0;
  for (let nul = html.indexOf('\0'); nul >= 0; nul = html.indexOf('\0', done)) {
    const isMark = html.charCodeAt(nul + 1) === equals;
    const end = html.indexOf(isMark ? '"' : '\0', nul + (isMark ? 3 : 1));
    if (isMark && marksStay) piece += html.slice(done, end + 1);
    else if (isMark) {
      elements += elementsIn(html, counted, nul);
      counted = nul;
      anchors.push({ ...marks[Number(html.slice(nul + 3, end))]!, element: elements - 1 });
      piece += html.slice(done, nul - 1);
    } else {
      pieces.push(piece + html.slice(done, nul));
      piece = '';
      const hole = allHoles[Number(html.slice(nul + 1, end))]!;
      elements += elementsIn(html, counted, nul) + elementsThatFill(hole);
      counted = nul;
      holes.push(hole);
    }
    done = end + 1;
  }
  pieces.push(piece + html.slice(done));
  return { pieces, holes, anchors, marks: marksStay ? marks : null };
}

const equals = 0x3d;

/** Elements that a hole's value has; a table of contents is the last thing in its block. */
function elementsThatFill({ kind }: Hole): number {
  if (kind === 'reference') return 2;
  return kind === 'cross-reference' ? 1 : 0;
}

/** Elements that start in a part of safe HTML, where `<` stands for nothing else but the end of one. */
function elementsIn(html: string, from: number, to: number): number {
  let elements = 0;
  for (let at = html.indexOf('<', from); at >= 0 && at < to; at = html.indexOf('<', at + 1)) {
    if (html.charCodeAt(at + 1) !== slash) elements++;
  }
  return elements;
}

const slash = 0x2f;

/** A fragment's HTML with its holes filled, in order. */
export function fill(fragment: Fragment, values: readonly string[]): string {
  let html = fragment.pieces[0]!;
  for (let at = 0; at < values.length; at++) html += values[at]! + fragment.pieces[at + 1]!;
  return html;
}

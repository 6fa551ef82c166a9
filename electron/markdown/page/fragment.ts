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
  let elements = 0;
  const pattern = marksStay ? holesOnly : elementsMarksAndHoles;
  pattern.lastIndex = 0;
  for (let found = pattern.exec(html); found; found = pattern.exec(html)) {
    const [whole, hole, mark] = found;
    if (hole !== undefined) {
      pieces.push(piece + html.slice(done, found.index));
      piece = '';
      holes.push(allHoles[Number(hole)]!);
      done = pattern.lastIndex;
    } else if (mark !== undefined) {
      piece += html.slice(done, found.index);
      anchors.push({ ...marks[Number(mark)]!, element: elements - 1 });
      done = pattern.lastIndex;
    } else if (whole) elements++;
  }
  pieces.push(piece + html.slice(done));
  return { pieces, holes, anchors, marks: marksStay ? marks : null };
}

/** A fragment's HTML with its holes filled, in order. */
export function fill(fragment: Fragment, values: readonly string[]): string {
  let html = fragment.pieces[0]!;
  for (let at = 0; at < values.length; at++) html += values[at]! + fragment.pieces[at + 1]!;
  return html;
}

const elementsMarksAndHoles = /<[a-z]|\0(\d+)\0| \0="(\d+)"/g;
const holesOnly = /\0(\d+)\0/g;

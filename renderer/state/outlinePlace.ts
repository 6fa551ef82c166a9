import type { Heading } from '#markdown/types.ts';

/** The heading whose part of the essay holds this line: the last one at or above it. -1 before the first. */
export function headingAt(outline: readonly Heading[], line: number): number {
  let low = 0;
  let high = outline.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (outline[middle]!.line <= line) low = middle + 1;
    else high = middle;
  }
  return low - 1;
}

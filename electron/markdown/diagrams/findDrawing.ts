import type { Drawing } from '#contract/drawings.ts';
import { cleanSvg } from './cleanSvg.ts';
import { asFirstCopy } from './copies.ts';

/** Finds the drawing of a diagram by its source; undefined where it was not drawn yet. */
export type FindDrawing = (source: string) => Drawing | undefined;

/** What of drawings a page may hold. */
export interface CleanDrawings {
  readonly find: FindDrawing;
  /** Whether an SVG is one of those that were found. */
  readonly isOne: (svg: string) => boolean;
}

/** Drawings that are cleaned as they are found. */
export function cleanDrawings(find: FindDrawing): CleanDrawings {
  const found = new Set<string>();
  return {
    find(source) {
      const drawing = find(source);
      if (drawing?.kind !== 'drawn') return drawing;
      const light = cleanSvg(drawing.light);
      const dark = cleanSvg(drawing.dark);
      if (light === null || dark === null) {
        return { kind: 'wrong', reason: 'what was drawn is no drawing' };
      }
      found.add(light).add(dark);
      return { kind: 'drawn', light, dark };
    },
    isOne: (svg) => found.has(svg) || found.has(asFirstCopy(svg)),
  };
}

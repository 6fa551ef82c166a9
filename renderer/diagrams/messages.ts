import type { Drawing } from '#contract/drawings.ts';

/** To the frame that draws: a diagram's source, and eight digits that no other diagram of a page has. */
export interface ToDraw {
  readonly source: string;
  readonly name: string;
}

/** From it. Whatever was in the source may speak here. */
export type Drawn = Drawing;

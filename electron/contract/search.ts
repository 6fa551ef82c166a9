import type { SearchHit } from './essay.ts';

/** What a search found by now. */
export interface SearchAnswer {
  readonly hits: readonly SearchHit[];
  /** False while essays are still to be read for the index, as when a large library is first opened: asked again later, there may be more hits. */
  readonly upToDate: boolean;
}

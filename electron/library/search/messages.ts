import type { Failure } from '#contract/errors.ts';
import type { SearchAnswer } from '#contract/search.ts';

/** What the worker is started with. */
export interface SearchWorkerData {
  readonly libraryPath: string;
}

export type ToWorker =
  | { readonly kind: 'find'; readonly ask: number; readonly text: string; readonly limit: number }
  /** The library was written to: read what is new when there is time. */
  | { readonly kind: 'refresh' }
  /** Answer once everything written so far can be found. */
  | { readonly kind: 'catchUp'; readonly ask: number }
  | { readonly kind: 'close' };

export type FromWorker =
  | { readonly kind: 'found'; readonly ask: number; readonly answer: SearchAnswer }
  | { readonly kind: 'caughtUp'; readonly ask: number }
  | { readonly kind: 'failed'; readonly ask: number; readonly error: Failure };

import type { Failure } from '#contract/errors.ts';
import type { EssayId } from '#contract/essay.ts';
import type { Verification } from '#contract/history.ts';

/** What the worker is started with. */
export interface ProofWorkerData {
  readonly libraryPath: string;
  /** Holds a number other than 0 once the worker is to stop: it has no turn to hear of it while it proves. */
  readonly stopping: Int32Array;
}

export type ToWorker =
  /** One essay, or the whole library. */
  | { readonly kind: 'prove'; readonly ask: number; readonly id: EssayId | null }
  | { readonly kind: 'close' };

export type FromWorker =
  | { readonly kind: 'proved'; readonly ask: number; readonly verification: Verification }
  | { readonly kind: 'failed'; readonly ask: number; readonly error: Failure };

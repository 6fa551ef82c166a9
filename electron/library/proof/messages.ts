import type { Failure } from '#contract/errors.ts';
import type { EssayId } from '#contract/essay.ts';
import type { Verification } from '#contract/history.ts';

/** What the worker is started with. */
export interface ProofWorkerData {
  readonly libraryPath: string;
}

/** Asks for the proof of one essay, or of the whole library. */
export interface ToWorker {
  readonly ask: number;
  readonly id: EssayId | null;
}

export type FromWorker =
  | { readonly kind: 'proved'; readonly ask: number; readonly verification: Verification }
  | { readonly kind: 'failed'; readonly ask: number; readonly error: Failure };

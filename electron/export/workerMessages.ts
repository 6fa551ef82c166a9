import type { Failure } from '#contract/errors.ts';
import type { ExportReport } from '#contract/exchange.ts';
import type { PackedEssay } from './packed.ts';

/** To the export's thread: the essay it asked for, or null when there are no more; or that it should stop. */
export type ToWorker = { kind: 'essay'; packed: PackedEssay | null } | { kind: 'cancel' };

/** From the export's thread: that it wants the next essay, or how it ended. */
export type FromWorker =
  | { kind: 'next' }
  | { kind: 'done'; report: ExportReport }
  | { kind: 'failed'; failure: Failure };

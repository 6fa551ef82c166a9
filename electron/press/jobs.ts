import type { Failure } from '#contract/errors.ts';
import type { EssayId } from '#contract/essay.ts';
import type {
  EssayFindings,
  FileDifference,
  Publication,
  PublishProgress,
  Target,
  TargetId,
  TargetStatus,
} from '#contract/publishing.ts';

/** Publishing work that a window waits for, done in a thread of its own: what each takes, and what it gives. */
export interface PressJobs {
  readonly status: (asked: {
    readonly id: TargetId;
    readonly only: EssayId | null;
  }) => TargetStatus;
  readonly difference: (asked: { readonly id: TargetId; readonly path: string }) => FileDifference;
  readonly check: (asked: {
    readonly id: TargetId;
    readonly essays: readonly EssayId[];
  }) => EssayFindings[];
  readonly publish: (asked: {
    readonly id: TargetId;
    readonly replace: readonly string[];
    readonly only: EssayId | null;
  }) => Publication;
  /** Gives how many pages were rendered; see renderAhead. */
  readonly renderAhead: (asked: Record<string, never>) => number;
  /** Throws where the settings cannot work; see tryTarget. */
  readonly try: (asked: { readonly target: Target }) => null;
}

export type PressJobName = keyof PressJobs;

/** What the thread works with. */
export interface PressPlace {
  readonly libraryPath: string;
  readonly resources: string;
  /** The URL of the built publish/rendering/worker.ts. */
  readonly renderWorker: string;
}

/** What the thread is started with. */
export type PressData = PressPlace & {
  readonly job: {
    [N in PressJobName]: { readonly name: N; readonly asked: Parameters<PressJobs[N]>[0] };
  }[PressJobName];
};

export type FromPress =
  | { readonly kind: 'progress'; readonly progress: PublishProgress }
  | { readonly kind: 'done'; readonly value: unknown }
  | { readonly kind: 'failed'; readonly error: Failure };

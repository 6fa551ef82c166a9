import type { BackupStatus } from '#contract/backups.ts';
import type { Failure } from '#contract/errors.ts';
import type { RecoveryProgress, RecoveryReport } from '#contract/recovery.ts';

/** Long work on the files of a library, done in a thread of its own: what each takes, and what it gives. */
export interface Chores {
  /** False when nothing was written since the last backup. */
  readonly backUp: (where: BackupPlace) => boolean;
  readonly listBackups: (where: BackupPlace) => Pick<BackupStatus, 'backups' | 'unproved'>;
  readonly copyBackup: (paths: { readonly backup: string; readonly into: string }) => null;
  readonly rescue: (paths: {
    readonly damaged: string;
    readonly into: string;
    readonly backups: readonly string[];
  }) => RecoveryReport;
}

interface BackupPlace {
  readonly libraryPath: string;
  readonly folder: string;
}

export type ChoreName = keyof Chores;

/** What the worker is started with. */
export type ChoreData = {
  [N in ChoreName]: { readonly name: N; readonly options: Parameters<Chores[N]>[0] };
}[ChoreName];

export type FromChore =
  | { readonly kind: 'progress'; readonly progress: RecoveryProgress }
  | { readonly kind: 'done'; readonly value: unknown }
  | { readonly kind: 'failed'; readonly error: Failure };

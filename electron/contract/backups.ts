import type { Failure } from './errors.ts';

/** A copy of the whole library as it was at a moment, proved when it was made. */
export interface Backup {
  /** Absolute. */
  readonly path: string;
  /** ISO 8601, by the clock of the machine that made it. */
  readonly at: string;
  readonly essays: number;
  readonly bytes: number;
}

export interface BackupStatus {
  readonly folder: string;
  /** True while the writer has chosen no other folder. */
  readonly isUsualFolder: boolean;
  /** The newest first. */
  readonly backups: readonly Backup[];
  /** The last copy that could not be proved: it is kept apart and replaces none of the others. */
  readonly unproved: Backup | null;
  /** Why the last try came to nothing; null once one succeeds. It is tried again. */
  readonly problem: Failure | null;
}

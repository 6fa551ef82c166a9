import type { EssayId } from './essay.ts';

/**
 * What became of an essay: it is as it was saved last, by its own row (`whole`) or by its history (`history`);
 * it is as a backup has it (`backup`); it is less than was saved (`part`); nothing of it can be relied on (`lost`).
 */
export type Outcome = 'whole' | 'history' | 'backup' | 'part' | 'lost';

export interface RescuedEssay {
  /** Null when not even that is known. */
  readonly id: EssayId | null;
  readonly title: string;
  readonly outcome: Outcome;
  /** True when its text and details are as they were saved last, wherever they were taken from. */
  readonly isComplete: boolean;
  /** The change its text is of, and the last one that is known to have been. */
  readonly revision: number;
  readonly newest: number;
  /** Changes of its history that were kept, each as it was written. */
  readonly entries: number;
  /** When the backup was made that text or details were taken from; null when none was needed. */
  readonly backupAt: string | null;
  /** A sentence: what it was taken from, and what is missing. Empty when nothing is. */
  readonly message: string;
}

/** What a rescue found, essay by essay. */
export interface RecoveryReport {
  readonly damaged: string;
  readonly into: string;
  /** ISO 8601. */
  readonly at: string;
  readonly essays: readonly RescuedEssay[];
  /** What is wrong with the files as such, a sentence each. */
  readonly file: readonly string[];
  /** What could not be rescued besides essays, a sentence each: images, and what belongs to publishing. */
  readonly missing: readonly string[];
  /** Backups that were looked into, the newest first. */
  readonly backups: readonly { readonly path: string; readonly at: string }[];
}

export interface RecoveryProgress {
  readonly done: number;
  readonly total: number;
}

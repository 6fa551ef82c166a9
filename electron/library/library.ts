import type { Database } from 'better-sqlite3';

/** An open library: one SQLite file with every essay in it. The functions of this room take it first. */
export interface Library {
  /** Absolute. */
  readonly path: string;
  /** True when it was opened for reading only, or its file or disk cannot be written. */
  readonly readOnly: boolean;
  /** The copy that was kept when opening brought the library to this version; null when it was of this version. */
  readonly keptCopy: string | null;
  readonly db: Database;
  readonly now: () => Date;
  /** True while the file that was opened is the one at `path`: not deleted, moved or replaced. */
  readonly isInPlace: () => boolean;
  /** True once after another connection has written to the library, else false. Cheap enough to ask every second. */
  readonly changedElsewhere: () => boolean;
  readonly close: () => void;
}

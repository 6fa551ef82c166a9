import type { EssayId } from './essay.ts';

export const exportFormats = ['html', 'markdown'] as const;
export type ExportFormat = (typeof exportFormats)[number];

export interface ExportReport {
  readonly format: ExportFormat;
  /** Absolute paths, one for each essay that was written. */
  readonly written: readonly { readonly id: EssayId; readonly path: string }[];
  /** What was left out, and why, in a sentence each. */
  readonly skipped: readonly {
    readonly id: EssayId;
    readonly title: string;
    readonly reason: string;
  }[];
}

/** A file dropped on the window: its path inside what was dropped, `/` between folders, and its bytes in base64. */
export interface DroppedFile {
  readonly path: string;
  readonly bytes: string;
}

export interface ImportReport {
  readonly imported: readonly {
    readonly file: string;
    readonly id: EssayId;
    readonly title: string;
    /** What the writer should know of it, for example that its front matter could not be read; often empty. */
    readonly notes: readonly string[];
  }[];
  readonly skipped: readonly { readonly file: string; readonly reason: string }[];
  readonly cancelled: boolean;
}

export interface ImportProgress {
  readonly done: number;
  readonly total: number;
  /** The file being read. */
  readonly file: string;
}

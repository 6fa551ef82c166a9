import type { EssayId } from './essay.ts';

/**
 * `html`: one file that needs nothing else. `html-folder`: a page with its style and images in files beside it.
 * `html-plain`: a page without a style. `html-fragment`: the text alone, for another page. `markdown`: with front matter. `pdf`: as the page is printed.
 */
export const exportFormats = [
  'html',
  'html-folder',
  'html-plain',
  'html-fragment',
  'markdown',
  'pdf',
] as const;
export type ExportFormat = (typeof exportFormats)[number];

/** What can be put on the clipboard. */
export type CopyFormat = Extract<ExportFormat, 'html' | 'markdown'>;

/**
 * What went out, and from which state of the essay. Kept outside the library, it shows later whether the
 * history was cut or written anew: the history's first `revision` lines must still have this hash.
 */
interface Receipt {
  readonly id: EssayId;
  readonly title: string;
  /** Absolute. */
  readonly path: string;
  readonly revision: number;
  /** The SHA-256 of the history up to that revision, in hex. */
  readonly head: string;
  /** The SHA-256 of the file, in hex. */
  readonly sha256: string;
  /** What the writer should know of the file, for example that its front matter does not hold everything; often empty. */
  readonly notes: readonly string[];
}

export interface ExportReport {
  readonly format: ExportFormat;
  /** One for each essay that was written. */
  readonly written: readonly Receipt[];
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

import type { EssayId } from '#contract/essay.ts';
import type { EssayState, Reading } from '#contract/publishing.ts';

/** A file that is to be at a target, before it is made. */
export interface Piece {
  /** Inside the target's folder, `/` between folders. */
  readonly path: string;
  readonly title: string;
  /** The essay whose own file it is. */
  readonly essay: EssayId | null;
  /** The essays whose text is in it. */
  readonly essays: readonly EssayState[];
  readonly preset: string;
  /** '' where nothing is rendered. */
  readonly renderer: string;
  /** See Receipt. */
  readonly inputs: string;
  /** What comes of a link in it, as written, now. */
  readonly relink: (asked: string) => string;
  /** What a diagram in it is drawn as now; left out where it can hold none. */
  readonly redraw?: (source: string) => string;
  readonly make: (readings: Readings) => Promise<Made>;
  /** The hash of the file that its essay was imported from; null where it came from none, or that cannot be told. */
  readonly cameAs?: () => string | null;
}

export interface Made {
  readonly content: Uint8Array | string;
  readonly links: Readonly<Record<string, string>>;
  /** See Receipt. */
  readonly diagrams?: Readonly<Record<string, string>>;
  /** What the writer should know of the file, in a sentence each; often empty. */
  readonly notes: readonly string[];
  /** What other pages say of its essay; null where nothing was rendered. */
  readonly reading: Reading | null;
}

/** What is known of essays by rendering them, each rendered at most once. */
export interface Readings {
  readonly of: (id: EssayId) => Promise<Reading>;
  readonly put: (id: EssayId, reading: Reading) => void;
}

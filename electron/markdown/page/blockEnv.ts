import type { Env } from 'markdown-it';
import type { FindDrawing } from '../diagrams/findDrawing.ts';
import type { FindImage } from '../images/pageImage.ts';
import type { Typeset } from '../math/formula.ts';
import type { LineAnchor, Problem } from '../types.ts';

/** Something in a block's HTML that only the whole document can tell. */
export type Hole =
  /** The id of the block's heading at `heading`, counted from 0. */
  | { readonly kind: 'heading'; readonly heading: number }
  /** A reference to a footnote, number and anchor. */
  | { readonly kind: 'reference'; readonly label: string }
  /** A footnote's links back to where it is referred to. */
  | { readonly kind: 'backlinks' }
  /** The id of what a label stands for; `line` is its own. */
  | { readonly kind: 'id'; readonly target: Target; readonly line: number }
  /** What the document calls it. */
  | { readonly kind: 'name'; readonly target: Target }
  /** A link to what a label stands for. */
  | { readonly kind: 'cross-reference'; readonly label: string; readonly line: number }
  /** What a drawing's ids end with, so that no two places of the page that show it share one. */
  | { readonly kind: 'copy'; readonly source: string }
  /** The list of a table of contents. */
  | { readonly kind: 'contents' };

/** Something that can be referred to. */
export interface Target {
  readonly label: string;
}

/** What markdown-it's rules and the page tell each other while one block is parsed and rendered. */
export interface BlockEnv extends Env {
  /** Labels of the footnotes that this block defines. */
  readonly notes: string[];
  /** Whether any block defines a footnote of that label; the question is remembered. */
  readonly isNote: (label: string) => boolean;
  /** Leaves a hole in the HTML being rendered; returns the text that stands for it. */
  readonly hole: (hole: Hole) => string;
  /** Ties an element being rendered to source lines; returns the attribute that stands for it. */
  readonly mark: (anchor: MarkedLines) => string;
  /** An image as the page shows it, when it is at hand. */
  readonly image: FindImage;
  readonly diagram: FindDrawing;
  readonly typeset: Typeset;
  /** Tells of something that is wrong in the source, at a line of the text the block was read from. */
  readonly report: (problem: Problem) => void;
}

/** Source lines of an element whose place among the elements is not known yet. */
export type MarkedLines = Omit<LineAnchor, 'element'>;

/** The environment as the rules of this room know it. Every parse and render here is given one. */
export function blockEnv(env: Env | undefined): BlockEnv {
  return env as BlockEnv;
}

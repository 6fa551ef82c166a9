import type { FindDrawing } from './diagrams/findDrawing.ts';
import type { FindImage } from './images/pageImage.ts';

/** A heading of the essay, for the outline and for anchors. */
export interface Heading {
  readonly level: 1 | 2 | 3 | 4 | 5 | 6;
  readonly text: string;
  /** The anchor's id in the page. */
  readonly id: string;
  /** Source line, from 0. */
  readonly line: number;
  /** Set on a heading that nothing on the page stands before. */
  readonly opens?: true;
}

export interface Statistics {
  /** Words of prose; each CJK character counts as one. Code blocks and markup do not count. */
  readonly words: number;
  /** Characters of prose, in code points. */
  readonly characters: number;
  /** Minutes at 230 words a minute, rounded up; 0 for an empty essay. */
  readonly minutes: number;
}

/**
 * Ties source lines to an element of the page.
 * `block`: the element's top is where line `line` starts, its bottom where `line + lines` does.
 * `rows`: the element's text rows are source lines, the first is `line` (code).
 * `flow`: newline characters in the element's text part its source lines, the first is `line` (paragraphs).
 */
export interface LineAnchor {
  /** Source line from 0, counted from the start of the unit it belongs to. */
  readonly line: number;
  readonly lines: number;
  /** Index of the element among all elements of the unit, in document order (`querySelectorAll('*')`). */
  readonly element: number;
  readonly kind: 'block' | 'rows' | 'flow';
}

/** A run of the page that is replaced as a whole: one top-level block, or several that raw HTML binds together. */
export interface Unit {
  /** Clean HTML; may be empty (reference definitions), may hold several elements. Ends in a line break when not empty. */
  readonly html: string;
  /** First source line, from 0. */
  readonly line: number;
  /** Source lines up to the next unit's first, blank ones included. */
  readonly lines: number;
  readonly anchors: readonly LineAnchor[];
}

/** Something in an essay that is not what its writer meant. The page shows it in its place as well. */
export interface Problem {
  readonly kind: 'formula' | 'diagram' | 'image' | 'reference' | 'footnote' | 'anchor' | 'label';
  /** Source line, from 0. */
  readonly line: number;
  /** What is wrong, as it is written. */
  readonly what: string;
  /** Why, as the end of a sentence, in words for the writer. */
  readonly reason: string;
}

export interface RenderedEssay {
  /** The units' HTML joined, then the footnotes. What preview and export show. */
  readonly html: string;
  readonly units: readonly Unit[];
  /** The footnotes' section, '' when there are none. */
  readonly footnotes: string;
  readonly outline: readonly Heading[];
  readonly statistics: Statistics;
}

export interface RenderOptions {
  /**
   * The image that a source as written stands for, or undefined when it is not at hand.
   * An image that is neither a data URI nor resolved is shown as a labelled link, so that no page ever asks the network.
   */
  readonly image?: FindImage;
  /** The drawing of a diagram's source, or undefined when it was not drawn; then its source is shown. */
  readonly diagram?: FindDrawing;
}

/** A change of source text: [from, to) in UTF-16 units of the text before, and what stands there now. Line breaks are `\n`. */
export interface SourceEdit {
  readonly from: number;
  readonly to: number;
  readonly insert: string;
}

/** Units [from, to) of the list before give way to `units`. */
export interface UnitRun {
  readonly from: number;
  readonly to: number;
  readonly units: readonly Unit[];
}

/** What edits did to the page. */
export interface PagePatch {
  /** Where units are replaced, in order; what lies between is as it was. */
  readonly runs: readonly UnitRun[];
  /** Where the first unit starts: the lines of the others follow from its. */
  readonly firstLine: number;
  /** Units that stayed and show something else (numbering, anchors, references), by their index after the patch. */
  readonly touched: readonly { readonly index: number; readonly unit: Unit }[];
  /** The footnotes' section when it changed, else null. */
  readonly footnotes: string | null;
  /** The headings when one changed or moved, else null. */
  readonly outline: readonly Heading[] | null;
  readonly statistics: Statistics;
}

/** An essay's page kept up to date edit by edit. At every moment `page()` equals `renderEssay(source())` exactly. */
export interface LivePage {
  readonly page: () => RenderedEssay;
  readonly source: () => string;
  /** What is wrong in the essay, in the order of lines; told apart from the page, as most who show one do not ask. */
  readonly problems: () => readonly Problem[];
  /** Edits are in ascending order and do not overlap; positions are in the text before all of them. */
  readonly edit: (edits: readonly SourceEdit[]) => PagePatch;
}

import type { RenderedBlock } from './renderBlock.ts';
import type { BlockTokens, SourceBlock } from './splitBlocks.ts';
import type { PageUnit } from './units.ts';

/** A block in the life of a page: its source never changes, what it shows does. */
export interface PageBlock {
  readonly source: SourceBlock;
  /** What it was read as, until it is rendered. */
  unread: BlockTokens | null;
  rendered: RenderedBlock;
  /** The definitions its text asks for; null when it asks for none. */
  names: ReadonlySet<string> | null;
  /** What fills the holes of its body, in order. */
  values: readonly string[];
  /** The unit it begins. */
  unit: PageUnit | null;
  /** Whether its unit does not show yet what it says now. */
  isStale: boolean;
}

/** A block that says nothing yet. */
export function pageBlock(source: SourceBlock, unread: BlockTokens): PageBlock {
  return {
    source,
    unread,
    rendered: nothing,
    names: null,
    values: [],
    unit: null,
    isStale: true,
  };
}

/** Whether a block puts nothing on the page, as a definition does. */
export function isInvisible({ rendered: { body } }: PageBlock): boolean {
  return body.pieces.length === 1 && body.pieces[0] === '';
}

const nothing: RenderedBlock = {
  body: { pieces: [''], holes: [], anchors: [], marks: null },
  rawTags: null,
  notes: [],
  headings: [],
  targets: [],
  anchors: [],
  isHeading: false,
  words: 0,
  characters: 0,
  problems: [],
};

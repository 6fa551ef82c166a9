import type { RenderedBlock } from './renderBlock.ts';
import type { SourceBlock } from './splitBlocks.ts';
import type { PageUnit } from './units.ts';

/** A block in the life of a page: its source never changes, what it shows does. */
export interface PageBlock {
  readonly source: SourceBlock;
  rendered: RenderedBlock;
  /** The definitions its text asks for; null when it asks for none. */
  names: ReadonlySet<string> | null;
  /** What fills the holes of its body, in order. */
  values: readonly string[];
  /** The unit it begins. */
  unit: PageUnit | null;
}

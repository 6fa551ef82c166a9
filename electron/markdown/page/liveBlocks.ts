import type { MarkdownIt } from 'markdown-it';
import type { SourceEdit } from '../types.ts';
import type { DefinitionTable } from './definitions.ts';
import { isNumbered, type Numbering, numberPage } from './numberPage.ts';
import type { PageBlock } from './pageBlock.ts';
import { type BlockOptions, renderBlock } from './renderBlock.ts';
import { readable, resplit } from './resplit.ts';
import { type BlockTokens, splitBlocks } from './splitBlocks.ts';

/** A source and its rendered blocks, kept in step edit by edit. */
export class LiveBlocks {
  text = '';
  /** UTF-16 units of blank lines before the first block. */
  head = 0;
  blocks: readonly PageBlock[] = [];
  numbering: Numbering = {
    headingIds: [],
    footnotes: '',
    places: new Map(),
    shownNotes: new Set(),
  };

  readonly #md: MarkdownIt;
  readonly #definitions: DefinitionTable;
  readonly #options: BlockOptions;
  readonly #clean: (html: string) => string;

  constructor(
    md: MarkdownIt,
    definitions: DefinitionTable,
    options: BlockOptions,
    clean: (html: string) => string,
  ) {
    this.#md = md;
    this.#definitions = definitions;
    this.#options = options;
    this.#clean = clean;
  }

  /** Carries out edits (ascending, apart, in the text before all of them); blocks that say something else now are stale. */
  edit(edits: readonly SourceEdit[]): void {
    const moved: (readonly PageBlock[])[] = [];
    for (const edit of edits.toReversed()) {
      const after = this.text.slice(0, edit.from) + edit.insert + this.text.slice(edit.to);
      const { from, to, blocks, head } = resplit(this.#md, this, after, edit);
      moved.push(this.blocks.slice(from, to), blocks);
      this.blocks = this.blocks.slice(0, from).concat(blocks, this.blocks.slice(to));
      this.text = after;
      this.head = head;
    }
    this.#render(moved.flat());
  }

  #render(moved: readonly PageBlock[]): void {
    let isRenumbered = moved.some(({ rendered }) => isNumbered(rendered));
    const render = (block: PageBlock, tokens: BlockTokens) => {
      isRenumbered ||= isNumbered(block.rendered);
      block.names = this.#definitions.namesAskedBy((lookup) => {
        block.rendered = renderBlock(this.#md, tokens, lookup, this.#options);
      });
      block.values = [];
      block.isStale = true;
      isRenumbered ||= isNumbered(block.rendered);
    };

    if (moved.some(({ source }) => source.references || source.notes)) {
      const changed = this.#definitions.replace(this.blocks.map(({ source }) => source));
      for (const [block, at] of this.#blocksAskingFor(changed))
        render(block, this.#read(block, at));
    }
    for (const block of moved) {
      if (block.unread) render(block, block.unread);
      block.unread = null;
    }
    if (isRenumbered) this.numbering = numberPage(this.blocks, this.#clean);
  }

  /** Blocks that looked up any of these names when they were rendered, with where they start. */
  *#blocksAskingFor(names: ReadonlySet<string>): Iterable<[PageBlock, number]> {
    if (names.size === 0) return;
    let at = this.head;
    for (const block of this.blocks) {
      if (asksForAny(block.names, names)) yield [block, at];
      at += block.source.chars;
    }
  }

  #read(block: PageBlock, at: number): BlockTokens {
    let read: BlockTokens | undefined;
    const source = readable(this.text.slice(at, at + block.source.chars));
    splitBlocks(this.#md, source, false, (_, tokens) => {
      read = tokens;
      return false;
    });
    return read!;
  }
}

function asksForAny(asked: ReadonlySet<string> | null, names: ReadonlySet<string>): boolean {
  for (const name of asked ?? []) if (names.has(name)) return true;
  return false;
}

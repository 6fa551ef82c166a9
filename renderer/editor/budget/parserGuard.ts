import type {
  BlockContext,
  LeafBlock,
  LeafBlockParser,
  Line,
  MarkdownConfig,
} from '@lezer/markdown';
import { isTooDense } from './inlineDensity.ts';
import { longestBlock, mostReferenceLines } from './judgeText.ts';

/**
 * Keeps any single step of the Markdown parser short, whatever the text: inline text that is too
 * dense is left unparsed, and a paragraph that grows too long is cut into several.
 *
 * `judgeText` tells the writer; this holds even where it was not asked, for example when a fence
 * that hid a hostile text is deleted.
 */
export const parserGuard: MarkdownConfig = {
  parseInline: [
    {
      name: 'Budget',
      before: 'Escape',
      parse(context, _next, position) {
        if (position !== context.offset) return -1;
        const text = context.slice(context.offset, context.end);
        return isTooDense(text) ? context.end : -1;
      },
    },
  ],
  parseBlock: [
    {
      name: 'Budget',
      before: 'LinkReference',
      leaf: (_context, leaf) => new LeafBudget(leaf),
    },
  ],
};

/** Cutting a table spoils it, so one that was not judged may be longer. */
const longestTable = 2 * longestBlock;

class LeafBudget implements LeafBlockParser {
  private length: number;
  private lines = 1;
  private longest = 0;
  private readonly mayBeReference: boolean;

  constructor(leaf: LeafBlock) {
    this.length = leaf.content.length;
    this.mayBeReference = leaf.content.startsWith('[');
  }

  nextLine(context: BlockContext, line: Line, leaf: LeafBlock): boolean {
    this.longest ||= isDelimiterRow(line.text) ? longestTable : longestBlock;
    this.length += line.text.length + 1;
    this.lines++;
    const isLong = this.length > this.longest;
    if (!isLong && !(this.mayBeReference && this.lines > mostReferenceLines)) return false;
    const end = leaf.start + leaf.content.length;
    context.addLeafElement(leaf, context.elt('Paragraph', leaf.start, end));
    return true;
  }

  finish(): boolean {
    return false;
  }
}

function isDelimiterRow(line: string): boolean {
  return line.includes('|') && /^[ \t>]*[|:-][|: \t-]*$/.test(line);
}

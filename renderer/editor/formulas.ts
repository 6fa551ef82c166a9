import { tags } from '@lezer/highlight';
import type { MarkdownConfig } from '@lezer/markdown';
import { formulaAt } from '#markdown/math/dollars.ts';
import { longestFormula } from '#markdown/math/formula.ts';

/** Formulas between dollar signs, found by the page's rules, so that nothing in them is taken for emphasis or a link. */
export const formulas: MarkdownConfig = {
  defineNodes: [{ name: 'Formula', style: tags.special(tags.monospace) }],
  parseInline: [
    {
      name: 'Formula',
      before: 'Escape',
      parse: (cx, next, pos) => {
        if (next !== 0x24 /* $ */) return -1;
        const text = cx.slice(pos, Math.min(cx.end, pos + longestFormula + 4));
        const found = formulaAt(text, 0, text.length);
        // A pair of dollar signs that opens nothing is text, and does not open a short formula with its second.
        if (!found) return text.charCodeAt(1) === next ? pos + 2 : -1;
        return cx.addElement(cx.elt('Formula', pos, pos + found.to + (found.isDisplay ? 2 : 1)));
      },
    },
  ],
};

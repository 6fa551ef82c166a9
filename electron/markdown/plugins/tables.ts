import type { MarkdownIt } from 'markdown-it';

/** Aligns cells as GFM does, by `align`: a style attribute would be refused where a policy forbids inline styles. */
export function alignedCells(md: MarkdownIt): void {
  for (const cell of ['th_open', 'td_open']) {
    md.renderer.rules[cell] = (tokens, at, options, _env, renderer) => {
      const token = tokens[at]!;
      const align = /^text-align:(\w+)$/.exec(String(token.attrGet('style') ?? ''))?.[1];
      if (align) token.attrs = [['align', align]];
      return renderer.renderToken(tokens, at, options);
    };
  }
}

import type { MarkdownIt, Token } from 'markdown-it';

/**
 * Aligns cells as GFM does, by `align`: a style attribute would be refused where a policy forbids inline styles. Empty
 * cells of a header, as over a column of names, are cells like any other: they head nothing.
 */
export function cells(md: MarkdownIt): void {
  for (const cell of ['th_open', 'td_open']) {
    md.renderer.rules[cell] = (tokens, at, options, _env, renderer) => {
      const token = tokens[at]!;
      const align = /^text-align:(\w+)$/.exec(String(token.attrGet('style') ?? ''))?.[1];
      if (align) token.attrs = [['align', align]];
      if (isEmpty(tokens[at + 1])) token.tag = 'td';
      return renderer.renderToken(tokens, at, options);
    };
  }
  md.renderer.rules.th_close = (tokens, at, options, _env, renderer) => {
    if (isEmpty(tokens[at - 1])) tokens[at]!.tag = 'td';
    return renderer.renderToken(tokens, at, options);
  };
}

/** Whether what is beside the end of a cell shows that nothing is in it. */
function isEmpty(beside: Token | undefined): boolean {
  return beside === undefined || beside.content === '';
}

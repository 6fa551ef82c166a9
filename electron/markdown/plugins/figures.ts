import type { MarkdownIt, StateCore, Token } from 'markdown-it';

/** An image that is alone in its paragraph and has a title becomes a figure, its title the caption. */
export function figures(md: MarkdownIt): void {
  md.core.ruler.after('inline', 'figures', readFigures);
}

function readFigures(state: StateCore): void {
  state.tokens = state.tokens.flatMap((token, at, tokens) => {
    const image = tokens[at - 1]?.type === 'paragraph_open' ? titledImage(token) : null;
    const [open, close] = [tokens[at - 1], tokens[at + 1]];
    // A tight list's paragraphs are hidden: the image stands in the item's line there.
    if (!image || !open || open.hidden || !close) return [token];
    open.type = 'figure_open';
    open.tag = 'figure';
    close.type = 'figure_close';
    close.tag = 'figure';
    const caption = String(image.attrGet('title'));
    image.attrs = (image.attrs ?? []).filter(([name]) => name !== 'title');
    return [token, ...captionTokens(state, token, caption)];
  });
}

function titledImage(inline: Token): Token | null {
  if (inline.type !== 'inline' || inline.children?.length !== 1) return null;
  const [image] = inline.children;
  return image?.type === 'image' && image.attrGet('title') ? image : null;
}

function captionTokens({ Token }: StateCore, figure: Token, caption: string): Token[] {
  const open = new Token('figcaption_open', 'figcaption', 1);
  const text = new Token('inline', '', 0);
  const close = new Token('figcaption_close', 'figcaption', -1);
  for (const token of [open, text, close]) token.level = figure.level + (token === text ? 1 : 0);
  const words = new Token('text', '', 0);
  words.content = caption;
  text.content = caption;
  text.children = [words];
  return [open, text, close];
}

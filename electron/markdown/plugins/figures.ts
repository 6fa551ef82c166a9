import type { MarkdownIt, StateCore, Token } from 'markdown-it';
import type { Target } from '../page/blockEnv.ts';
import { captionToken, figureLabel, newTarget } from './labels.ts';

/**
 * An image that is alone in its paragraph and has a title becomes a figure, its title the caption. So does one with a
 * label right behind it; without a title its alternative text is the caption, as pandoc has it.
 */
export function figures(md: MarkdownIt): void {
  md.core.ruler.after('inline', 'figures', readFigures);
}

function readFigures(state: StateCore): void {
  if (!state.tokens.some((token) => figureImage(token) !== null)) return;
  state.tokens = state.tokens.flatMap((token, at, tokens) => {
    const found = tokens[at - 1]?.type === 'paragraph_open' ? figureImage(token) : null;
    const [open, close] = [tokens[at - 1], tokens[at + 1]];
    // A tight list's paragraphs are hidden: the image stands in the item's line there.
    if (!found || !open || open.hidden || !close) return [token];
    open.type = 'figure_open';
    open.tag = 'figure';
    close.type = 'figure_close';
    close.tag = 'figure';
    const { image, name } = found;
    const caption = String(image.attrGet('title') ?? image.content);
    const labelled = name === null ? null : newTarget(name, open.map, state.env);
    if (labelled) open.attrSet('id', labelled.id);
    token.children = [image];
    image.attrs = (image.attrs ?? []).filter(([name]) => name !== 'title');
    return [token, ...captionTokens(state, token, caption, labelled?.target ?? null)];
  });
}

function figureImage({ type, children }: Token): { image: Token; name: string | null } | null {
  if (type !== 'inline' || children?.[0]?.type !== 'image' || children.length > 2) return null;
  const [image, behind] = children;
  const name = behind?.type === 'text' ? figureLabel(behind.content) : null;
  if (behind && name === null) return null;
  return name !== null || image.attrGet('title') ? { image: image!, name } : null;
}

function captionTokens(
  state: StateCore,
  figure: Token,
  caption: string,
  target: Target | null,
): Token[] {
  const { Token } = state;
  const open = new Token('figcaption_open', 'figcaption', 1);
  const text = new Token('inline', '', 0);
  const close = new Token('figcaption_close', 'figcaption', -1);
  for (const token of [open, text, close]) token.level = figure.level + (token === text ? 1 : 0);
  const words = new Token('text', '', 0);
  words.content = caption;
  text.content = caption;
  text.children = target ? [captionToken(state, target, caption), words] : [words];
  return [open, text, close];
}

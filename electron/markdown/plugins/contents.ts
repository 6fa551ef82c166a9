import type { MarkdownIt, StateCore } from 'markdown-it';
import { blockEnv } from '../page/blockEnv.ts';

/** A table of contents where `[[toc]]` is alone in a paragraph that stands in no other block. */
export function contents(md: MarkdownIt): void {
  md.core.ruler.before('inline', 'contents', turnParagraphs);
  md.renderer.rules.contents = (tokens, at, _options, env, renderer) => {
    const list = blockEnv(env).hole({ kind: 'contents' });
    return `<nav class="toc" role="doc-toc" aria-label="Contents"${renderer.renderAttrs(tokens[at]!)}>\n${list}</nav>\n`;
  };
}

function turnParagraphs(state: StateCore): void {
  const [open, text, close] = state.tokens;
  if (open?.type !== 'paragraph_open' || close?.type !== 'paragraph_close') return;
  if (!/^\[\[toc\]\]$/i.test(text!.content)) return;
  const token = new state.Token('contents', 'nav', 0);
  token.map = open.map;
  token.block = true;
  state.tokens = [token];
}

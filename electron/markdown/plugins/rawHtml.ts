import type { MarkdownIt, StateCore, Token } from 'markdown-it';
import { blockEnv } from '../page/blockEnv.ts';
import { type RawTag, readRawHtml, unclosedDropped } from '../page/readRawHtml.ts';

/**
 * Raw HTML as it goes to the cleaner: every piece ends where it ends, whatever it left open, and the block
 * that holds it knows its tags. Text is never lost to a tag that was meant as text, as in "the <title> element".
 */
export function rawHtml(md: MarkdownIt): void {
  md.core.ruler.push('raw_html', sealRawHtml);
  md.renderer.rules.html_block = (tokens, at, _options, env) => {
    const token = tokens[at]!;
    const { firstElement } = readRawHtml(token.content);
    if (!firstElement || !token.map) return token.content;
    const { nameEnd, line, lines } = firstElement;
    const mark = blockEnv(env).mark({ line: token.map[0] + line, lines, kind: 'block' });
    return token.content.slice(0, nameEnd) + mark + token.content.slice(nameEnd);
  };
}

function sealRawHtml(state: StateCore): void {
  for (const token of state.tokens) {
    if (token.type === 'html_block') {
      const { sealed, tags } = readRawHtml(token.content);
      token.content = sealed;
      token.meta = { tags };
    } else if (token.children?.some((child) => child.type === 'html_inline')) {
      sealInline(token.children);
    }
  }
}

function sealInline(children: readonly Token[]): void {
  const pieces = children
    .filter((child) => child.type === 'html_inline')
    .map((piece) => ({ piece, ...(readTag(piece) ?? { name: '', closes: false }) }));
  for (const { piece } of unclosedDropped(pieces)) {
    piece.content = piece.content.replace('<', '&lt;');
    piece.meta = null;
  }
}

function readTag(piece: Token): RawTag | undefined {
  const found = /^<(\/?)([a-z][a-z0-9-]*)/i.exec(piece.content);
  const tag = found ? { name: found[2]!.toLowerCase(), closes: found[1] === '/' } : undefined;
  piece.meta = { tags: tag ? [tag] : [] };
  return tag;
}

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

/** The tags of a token of raw HTML, in order. */
export function rawTagsOf(token: Token): readonly RawTag[] {
  return (token.meta as { tags?: readonly RawTag[] } | null)?.tags ?? [];
}

function sealRawHtml(state: StateCore): void {
  for (const token of state.tokens) {
    if (token.type === 'html_block') {
      const { sealed, tags } = readRawHtml(token.content);
      token.content = sealed;
      token.meta = { tags };
    } else if (token.children?.some((child) => child.type === 'html_inline')) {
      sealInline(state, token.children);
    }
  }
}

function sealInline(state: StateCore, children: Token[]): void {
  const pieces = children.filter((child) => child.type === 'html_inline');
  for (const piece of pieces) piece.meta = readPiece(piece);
  const tags = pieces.flatMap((piece) => rawTagsOf(piece).map((tag) => ({ ...tag, piece })));
  for (const { piece } of unclosedDropped(tags)) {
    piece.content = piece.content.replace('<', '&lt;');
    piece.meta = null;
  }
  for (const name of unclosedFormatting(pieces.flatMap(rawTagsOf))) {
    const close = new state.Token('html_inline', '', 0);
    close.content = `</${name}>`;
    close.meta = { tags: [{ name, closes: true }] };
    children.push(close);
  }
}

/** An inline piece is one tag, or something that a page never shows. */
function readPiece(piece: Token): { tags: readonly RawTag[] } {
  const found = /^<(\/?)([a-z][a-z0-9-]*)/i.exec(piece.content);
  if (!found) piece.content = '';
  return { tags: found ? [{ name: found[2]!.toLowerCase(), closes: found[1] === '/' }] : [] };
}

/** Elements that HTML opens again in what follows until they are closed; here they end with the text that opened them. */
const formatting = new Set('a b big code em font i nobr s small strike strong tt u'.split(' '));

/** Names of formatting elements left open, the innermost first. */
function unclosedFormatting(tags: readonly RawTag[]): string[] {
  const open = new Map<string, number[]>();
  tags.forEach(({ name, closes }, at) => {
    if (!formatting.has(name)) return;
    const same = open.get(name) ?? [];
    if (closes) same.pop();
    else same.push(at);
    open.set(name, same);
  });
  return [...open]
    .flatMap(([name, places]) => places.map((at) => ({ name, at })))
    .sort((a, b) => b.at - a.at)
    .map(({ name }) => name);
}

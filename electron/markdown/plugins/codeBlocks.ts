import type { Env, MarkdownIt, Token } from 'markdown-it';
import { blockEnv } from '../page/blockEnv.ts';

/**
 * Code blocks whose rows are tied to source lines. A fence is shown by `show`, which gets its code and info string
 * and returns HTML that begins `<pre><code`, and can be reached with the keyboard; without it, as CommonMark says.
 */
export function codeBlocks(md: MarkdownIt, show?: (code: string, info: string) => string): void {
  const fence = show ?? plainCode(md);
  // A long line is scrolled to sideways, which a reader without a mouse can do only where the focus goes.
  const stop = show ? ' tabindex="0"' : '';
  md.renderer.rules.code_block = (tokens, at, _options, env, renderer) => {
    const token = tokens[at]!;
    const opening = `<pre${stop}${renderer.renderAttrs(token)}><code${rowMark(token, 0, env)}>`;
    return `${opening}${md.utils.escapeHtml(token.content)}</code></pre>\n`;
  };
  md.renderer.rules.fence = (tokens, at, _options, env, renderer) => {
    const token = tokens[at]!;
    const shown = fence(token.content, md.utils.unescapeAll(token.info).trim());
    const opening = `<pre${stop}${renderer.renderAttrs(token)}><code${rowMark(token, 1, env)}`;
    return `${opening}${shown.slice('<pre><code'.length)}\n`;
  };
}

/** The first word of a fence's info string: its language. */
export function infoWord(info: string): string {
  return /^[^\s{,]+/.exec(info.trimStart())?.[0] ?? '';
}

function plainCode(md: MarkdownIt) {
  const { escapeHtml } = md.utils;
  return (code: string, info: string) => {
    const language = /^\S*/.exec(info)![0];
    const named = language ? ` class="${escapeHtml(`language-${language}`)}"` : '';
    return `<pre><code${named}>${escapeHtml(code)}</code></pre>`;
  };
}

/** Ties the code's rows to the lines from the token's line `skipped` on. */
function rowMark(token: Token, skipped: number, env: Env | undefined): string {
  let lines = 0;
  for (let at = token.content.indexOf('\n'); at >= 0; at = token.content.indexOf('\n', at + 1)) {
    lines++;
  }
  if (!token.map || lines === 0) return '';
  return blockEnv(env).mark({ line: token.map[0] + skipped, lines, kind: 'rows' });
}

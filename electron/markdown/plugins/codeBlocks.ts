import type { Env, MarkdownIt, Token } from 'markdown-it';
import { fenceInfo } from '../code/fenceInfo.ts';
import { escapeText } from '../html/escape.ts';
import { blockEnv } from '../page/blockEnv.ts';
import { captionLabel, listingLabel, newTarget } from './labels.ts';

/**
 * Code blocks whose rows are tied to source lines. A fence is shown by `show`, which gets its code and info string
 * and returns HTML that begins `<pre><code`, can be reached with the keyboard, and has its title above it; without it,
 * as CommonMark says.
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
    const info = md.utils.unescapeAll(token.info).trim();
    const shown = fence(token.content, info);
    const { title, isNumbered } = fenceInfo(show ? info : '');
    const counted = isNumbered ? ' class="code-numbered"' : '';
    const opening = `<pre${counted}${stop}${renderer.renderAttrs(token)}><code${rowMark(token, 1, env)}`;
    const block = `${opening}${shown.slice('<pre><code'.length)}`;
    const name = show ? listingLabel(info) : null;
    if (title === '' && name === null) return `${block}\n`;
    const labelled = name === null ? null : newTarget(name, token.map, env);
    const id = labelled ? ` id="${labelled.id}"` : '';
    const caption = labelled ? captionLabel(labelled.target, title !== '', env) : '';
    return `<figure class="code-figure"${id}><figcaption>${caption}${escapeText(title)}</figcaption>${block}</figure>\n`;
  };
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

import type { Env, MarkdownIt, StateBlock, StateCore, StateInline } from 'markdown-it';
import { fenceLanguage } from '../code/fenceInfo.ts';
import { escapeText } from '../html/escape.ts';
import { formulaAt } from '../math/dollars.ts';
import { longestFormula } from '../math/formula.ts';
import { blockEnv } from '../page/blockEnv.ts';
import { lineOf } from '../page/placeInlines.ts';

/**
 * Formulas in LaTeX: `$…$` in a line, `$$…$$` and fences of `math` on lines of their own, as MathML. Pandoc's rules: an
 * opening `$` has no space after it, a closing one has none before it and no digit after it, so that prices stay
 * prices; between `$$` there may be line breaks, but no empty line. `\$` is a dollar sign anywhere. A formula that is
 * wrong is shown as its source, with the reason.
 */
export function math(md: MarkdownIt): void {
  md.block.ruler.before('fence', 'math_block', readBlock, {
    alt: ['paragraph', 'reference', 'blockquote', 'list'],
  });
  md.inline.ruler.after('escape', 'math_inline', readInline);
  md.core.ruler.before('inline', 'math_fences', turnFences);
  md.renderer.rules.math_block = (tokens, at, _options, env, renderer) => {
    const token = tokens[at]!;
    const { html, isRight } = shown(token.content.trim(), true, env, token.map?.[0] ?? 0);
    // A wide formula is scrolled to sideways, as code is.
    const opening = isRight ? 'div class="math-block" tabindex="0"' : 'div class="math-error"';
    return `<${opening}${renderer.renderAttrs(token)}>${html}</div>\n`;
  };
  md.renderer.rules.math_inline = (tokens, at, _options, env) => {
    const token = tokens[at]!;
    const { html, isRight } = shown(token.content, token.markup === '$$', env, lineOf(token));
    return isRight ? html : `<span class="math-error">${html}</span>`;
  };
}

/** Whether a block of these lines, and nothing but lines below it, may yet turn out to begin a formula. */
export function mayOpenMath(source: string): boolean {
  return source.includes('$$');
}

/** A formula of more lines is none, which keeps the search for its end from growing with the text. */
const longestBlock = 200;

function shown(tex: string, isDisplay: boolean, env: Env | undefined, line: number) {
  const { typeset, report } = blockEnv(env);
  const formula = typeset(tex, isDisplay);
  if (formula.kind === 'right') return { html: formula.html, isRight: true };
  report({ kind: 'formula', line, what: tex, reason: formula.reason });
  return {
    html: `<code>${escapeText(tex)}</code> (this formula cannot be shown: ${escapeText(formula.reason)})`,
    isRight: false,
  };
}

function readInline(state: StateInline, silent: boolean): boolean {
  const { src, pos, posMax } = state;
  if (src.charCodeAt(pos) !== dollar) return false;
  const found = formulaAt(src, pos, posMax);
  if (!found) {
    // A pair that opens nothing is text, and does not open a short formula with its second.
    if (src.charCodeAt(pos + 1) !== dollar) return false;
    if (!silent) state.pending += '$$';
    state.pos += 2;
    return true;
  }
  const markup = found.isDisplay ? '$$' : '$';
  if (!silent) {
    const token = state.push('math_inline', 'math', 0);
    token.content = src.slice(found.from, found.to).trim();
    token.markup = markup;
  }
  state.pos = found.to + markup.length;
  return true;
}

const dollar = 0x24;

function readBlock(
  state: StateBlock,
  startLine: number,
  endLine: number,
  silent: boolean,
): boolean {
  const { src, bMarks, tShift, eMarks } = state;
  const start = bMarks[startLine]! + tShift[startLine]!;
  if (src.charCodeAt(start) !== dollar || src.charCodeAt(start + 1) !== dollar) return false;
  if (state.sCount[startLine]! - state.blkIndent >= 4) return false;
  const lines: string[] = [];
  let left = longestFormula;
  const last = Math.min(endLine, startLine + longestBlock);
  for (let line = startLine; line < last && left > 0; line++) {
    const isFirst = line === startLine;
    if (state.isEmpty(line) || (!isFirst && state.sCount[line]! < state.blkIndent)) return false;
    const from = isFirst ? start + 2 : bMarks[line]! + tShift[line]!;
    const text = src.slice(from, eMarks[line]);
    const end = text.indexOf('$$');
    left -= text.length;
    lines.push(end < 0 ? text : text.slice(0, end));
    if (end < 0) continue;
    const content = lines.join('\n');
    if (text.slice(end + 2).trim() !== '' || content.trim() === '') return false;
    if (silent) return true;
    const token = state.push('math_block', 'math', 0);
    token.content = content;
    token.map = [startLine, line + 1];
    state.line = line + 1;
    return true;
  }
  return false;
}

function turnFences(state: StateCore): void {
  for (const token of state.tokens) {
    if (token.type === 'fence' && fenceLanguage(token.info) === 'math') token.type = 'math_block';
  }
}

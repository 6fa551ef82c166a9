import type { MarkdownIt, StateBlock, StateInline, Token } from 'markdown-it';
import { blockEnv } from '../page/blockEnv.ts';

/**
 * Footnotes as GFM writes them: `[^label]` refers, `[^label]: text` defines, and what is indented by four
 * after a definition belongs to it. A reference without a definition is text. Numbers and the section at
 * the end are the page's business, not a block's: definitions stay in the token stream between
 * `footnote_open` and `footnote_close` for the page to take out, references leave a hole.
 */
export function footnotes(md: MarkdownIt): void {
  md.block.ruler.before('reference', 'footnote', define, { alt: ['paragraph', 'reference'] });
  md.inline.ruler.before('link', 'footnote_reference', refer);
  md.renderer.rules.footnote_reference = (tokens, at, _options, env) =>
    blockEnv(env).hole({ kind: 'reference', label: labelOf(tokens[at]!) });
}

/** The label a footnote token stands for, in the form that labels are compared in. */
export function labelOf(token: Token): string {
  return (token.meta as { label: string }).label;
}

const labelPattern = /\[\^([^\s[\]]+)\]/y;
const longestLabel = 999;

/** A label at `from`: its comparable form and where it ends, or null. */
function readLabel(md: MarkdownIt, source: string, from: number) {
  if (source.charCodeAt(from) !== 0x5b || source.charCodeAt(from + 1) !== 0x5e) return null;
  labelPattern.lastIndex = from;
  const written = labelPattern.exec(
    source.length - from > 4000 ? source.slice(0, from + 2000) : source,
  );
  const label = written?.[1];
  if (!label || label.length > longestLabel) return null;
  return { label: md.utils.normalizeReference(label), end: labelPattern.lastIndex };
}

function define(state: StateBlock, startLine: number, endLine: number, silent: boolean): boolean {
  if (state.sCount[startLine]! - state.blkIndent >= 4) return false;
  const start = state.bMarks[startLine]! + state.tShift[startLine]!;
  const name = readLabel(state.md, state.src, start);
  if (!name || state.src.charCodeAt(name.end) !== 0x3a) return false;
  if (silent) return true;

  blockEnv(state.env).notes.push(name.label);
  const open = state.push('footnote_open', '', 1);
  open.meta = { label: name.label };
  const lines: [number, number] = [startLine, startLine + 1];
  open.map = lines;

  const { bMarks, tShift, sCount } = state;
  const before = {
    bMark: bMarks[startLine]!,
    tShift: tShift[startLine]!,
    sCount: sCount[startLine]!,
    blkIndent: state.blkIndent,
    parentType: state.parentType,
    tight: state.tight,
  };
  // The first line's text stands as if it were indented to where the definition's content begins.
  state.blkIndent += 4;
  bMarks[startLine] = Math.min(state.skipSpaces(name.end + 1), state.eMarks[startLine]!);
  tShift[startLine] = 0;
  sCount[startLine] = state.blkIndent;
  state.parentType = 'footnote';
  state.md.block.tokenize(state, startLine, endLine);
  bMarks[startLine] = before.bMark;
  tShift[startLine] = before.tShift;
  sCount[startLine] = before.sCount;
  state.blkIndent = before.blkIndent;
  state.parentType = before.parentType;
  state.tight = before.tight;

  state.line = Math.max(state.line, startLine + 1);
  lines[1] = state.line;
  state.push('footnote_close', '', -1);
  return true;
}

function refer(state: StateInline, silent: boolean): boolean {
  if (state.linkLevel > 0) return false;
  const name = readLabel(state.md, state.src, state.pos);
  if (!name || name.end > state.posMax) return false;
  if (!blockEnv(state.env).isNote(name.label)) return false;
  if (!silent) state.push('footnote_reference', '', 0).meta = { label: name.label };
  state.pos = name.end;
  return true;
}

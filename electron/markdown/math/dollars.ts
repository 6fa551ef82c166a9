import { longestFormula } from './formula.ts';

/** A formula between dollar signs: where what is in it starts and ends, and whether it is set on a line of its own. */
export interface InlineFormula {
  readonly from: number;
  readonly to: number;
  readonly isDisplay: boolean;
}

/**
 * The formula that opens at a dollar sign of a text without empty lines, or null. Pandoc's rules: an opening `$` has no
 * space after it, a closing one has none before it and no digit after it; `$$` may have spaces inside. The first
 * dollar sign that is not escaped decides, so that of three prices no two make a formula.
 */
export function formulaAt(text: string, pos: number, end: number): InlineFormula | null {
  const isDisplay = text.charCodeAt(pos + 1) === dollar;
  const from = pos + (isDisplay ? 2 : 1);
  const to = isDisplay ? endOfDisplay(text, from, end) : endOfInline(text, from, end);
  return to < 0 ? null : { from, to, isDisplay };
}

/** A formula in a line is short, which keeps the search for its end from growing with the text. */
const longestInline = 1000;

const dollar = 0x24;
const backslash = 0x5c;

function endOfInline(text: string, start: number, end: number): number {
  if (start >= end || isSpace(text, start)) return -1;
  const last = Math.min(end, start + longestInline);
  for (let at = start; at < last; at++) {
    const code = text.charCodeAt(at);
    if (code === backslash) at++;
    else if (code === dollar) {
      const next = at + 1 < end ? text.charCodeAt(at + 1) : 0;
      const isDigit = next >= 0x30 && next <= 0x39;
      return at === start || isSpace(text, at - 1) || isDigit ? -1 : at;
    }
  }
  return -1;
}

function endOfDisplay(text: string, start: number, end: number): number {
  const last = Math.min(end, start + longestFormula) - 1;
  for (let at = start; at < last; at++) {
    const code = text.charCodeAt(at);
    if (code === backslash) at++;
    else if (code === dollar && text.charCodeAt(at + 1) === dollar) {
      return text.slice(start, at).trim() === '' ? -1 : at;
    }
  }
  return -1;
}

function isSpace(text: string, at: number): boolean {
  const code = text.charCodeAt(at);
  return code === 0x20 || code === 0x09 || code === 0x0a;
}

import { longestFormula } from './formula.ts';

/**
 * Why a formula is too much to be read, or null when it is not. Nothing that passes nests so deep that a small stack
 * overflows, and nothing grows by more than a factor: definitions, which can, are refused.
 */
export function budgetExceeded(tex: string): string | null {
  if (tex.length > longestFormula) return 'it is longer than 4,000 characters';
  const definition = definitions.exec(tex)?.[0];
  if (definition) return `commands cannot be defined in it (${definition})`;
  if (isTooDeep(tex)) return tooDeep;
  return null;
}

/** The reason for a formula that nests too deep. */
export const tooDeep = 'it is nested too deep';

const definitions =
  /\\(?:[egx]?def|(?:re)?newcommand|providecommand|let|futurelet|global|long)(?![a-z])/i;

const deepest = 50;

/** What goes on to the end of its group nests as a group does, and is counted as one that never ends. */
const nesting =
  /\\(?:left|begin|(?:display|text|script|scriptscript)style|(?:text)?color|bf|it|rm|sf|tt|cal|frak|tiny|(?:script|footnote|normal)size|small|large|Large|LARGE|huge|Huge|over|atop|choose|brace|brack|middle)(?![a-zA-Z])|\\(?:right|end)(?![a-zA-Z])|\\[\s\S]|[{}]/g;

function isTooDeep(tex: string): boolean {
  let depth = 0;
  for (const [mark] of tex.matchAll(nesting)) {
    if (mark === '}' || mark === '\\right' || mark === '\\end') depth = Math.max(0, depth - 1);
    else if (mark === '{' || mark.length > 2) depth++;
    if (depth > deepest) return true;
  }
  return false;
}

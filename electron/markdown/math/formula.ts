/** A formula as a page shows it: MathML, or a sentence that says why it cannot be shown. */
export type Formula =
  | { readonly kind: 'right'; readonly html: string }
  | { readonly kind: 'wrong'; readonly reason: string };

/** Reads a formula in LaTeX. */
export type Typeset = (tex: string, isDisplay: boolean) => Formula;

/** Whether a source may hold a formula; false only where there is none. */
export function mayHoldFormula(source: string): boolean {
  return source.includes('$') || source.includes('math');
}

/** More characters than this are no formula. */
export const longestFormula = 4000;

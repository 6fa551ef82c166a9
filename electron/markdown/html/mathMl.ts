/**
 * What a formula is made of, in MathML Core and what browsers draw beside it. Nothing here links, loads, runs, or lets
 * HTML in: `annotation-xml`, `semantics`, `maction`, `mglyph`, `malignmark` and `ms` have no place.
 */
export const mathElements: ReadonlySet<string> = new Set(
  'math menclose mfrac mi mmultiscripts mn mo mover mpadded mphantom mprescripts mroot mrow mspace msqrt mstyle msub msubsup msup mtable mtd mtext mtr munder munderover none'.split(
    ' ',
  ),
);

/** A value of a formula's attribute as it may stand in the page, or null to leave the attribute out. */
export function cleanMathAttribute(name: string, value: string): string | null {
  const pattern = Object.hasOwn(patterns, name) ? patterns[name] : undefined;
  return pattern?.test(value) ? value : null;
}

const truth = /^(?:true|false)$/;
const length = /^[+-]?(?:\d{1,3}(?:\.\d{0,6})?|\.\d{1,6})(?:em|ex|pt|px|%)?$/;
const color = /^(?:#[0-9a-f]{3}|#[0-9a-f]{6}|[a-z]{3,20})$/i;
const count = /^[1-9]\d{0,2}$/;

const patterns: Readonly<Record<string, RegExp>> = {
  accent: truth,
  accentunder: truth,
  class: /^math-[a-z-]{1,30}(?: math-[a-z-]{1,30}){0,7}$/,
  columnspan: count,
  depth: length,
  display: /^block$/,
  displaystyle: truth,
  fence: truth,
  form: /^(?:prefix|infix|postfix)$/,
  height: length,
  largeop: truth,
  linethickness: length,
  lspace: length,
  mathbackground: color,
  mathcolor: color,
  mathsize: length,
  mathvariant: /^normal$/,
  maxsize: length,
  minsize: length,
  movablelimits: truth,
  notation:
    /^(?:(?:top|bottom|left|right|box|roundedbox|circle|(?:up|down)diagonalstrike|(?:horizontal|vertical)strike|actuarial|longdiv|phasorangle)(?: |$)){1,4}$/,
  rowspan: count,
  rspace: length,
  scriptlevel: /^[+-]?\d$/,
  separator: truth,
  stretchy: truth,
  symmetric: truth,
  voffset: length,
  width: length,
};

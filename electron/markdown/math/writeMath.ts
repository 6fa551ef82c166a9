import { escapeAttribute, escapeText } from '../html/escape.ts';
import { cleanMathAttribute, mathElements } from '../html/mathMl.ts';
import { tooDeep } from './budget.ts';
import type { Formula } from './formula.ts';
import { mathClasses } from './mathClasses.ts';

/** A formula's tree as it was read. */
export interface MathTree {
  readonly type?: string;
  readonly text?: string;
  readonly attributes?: Readonly<Record<string, unknown>>;
  readonly classes?: readonly string[];
  readonly style?: Readonly<Record<string, unknown>>;
  readonly children?: readonly MathTree[];
}

/**
 * A tree as MathML, by the cleaner's own allow list, so that the cleaner leaves every byte of it as it is. What the
 * tree says in styles is said in attributes and the page's classes: a page has no inline styles. A tree with anything
 * else in it is refused, as half a formula would be a wrong one.
 */
export function writeMath(tree: MathTree, isDisplay: boolean): Formula {
  try {
    const inside = (tree.children ?? []).map((child) => write(child, 1)).join('');
    return { kind: 'right', html: `<math${isDisplay ? ' display="block"' : ''}>${inside}</math>` };
  } catch (thrown) {
    if (thrown instanceof Refused) return { kind: 'wrong', reason: thrown.message };
    throw thrown;
  }
}

class Refused extends Error {}

/** With what a page puts around it, a formula stays well below the depth at which browsers stop nesting. */
const deepest = 100;

function write(node: MathTree, depth: number): string {
  if (depth > deepest) throw new Refused(tooDeep);
  if (node.text !== undefined) return escapeText(node.text.replace(/[\0\r]/g, ''));
  const children = (node.children ?? []).map((child) => write(child, depth + 1)).join('');
  // A fragment has no element of its own.
  if (!node.type) return children;
  if (!mathElements.has(node.type) || node.type === 'math') {
    throw new Refused('it holds something that no page can show');
  }
  return `<${node.type}${attributesOf(node)}>${children}</${node.type}>`;
}

function attributesOf(node: MathTree): string {
  const { color, ...style } = node.style ?? {};
  const { style: _, class: __, ...attributes } = node.attributes ?? {};
  const classes = mathClasses(node.classes ?? [], style).join(' ');
  const all = { ...attributes, ...(color ? { mathcolor: color } : {}), class: classes };
  let written = '';
  for (const [name, value] of Object.entries(all)) {
    const clean = cleanMathAttribute(name, String(value));
    if (clean !== null) written += ` ${name}="${escapeAttribute(clean)}"`;
  }
  return written;
}

import temml from 'temml';
import { budgetExceeded } from './budget.ts';
import type { Formula } from './formula.ts';
import { reasonOf } from './reasonOf.ts';
import { type MathTree, writeMath } from './writeMath.ts';

/**
 * A formula in LaTeX as MathML, or why it is none. The same for the same formula whatever engine runs it: what could
 * exhaust the one and not the other is refused before it is read.
 */
export function typeset(tex: string, isDisplay: boolean): Formula {
  const exceeded = budgetExceeded(tex);
  if (exceeded) return { kind: 'wrong', reason: exceeded };
  try {
    const tree = temml.__renderToMathMLTree(tex, {
      displayMode: isDisplay,
      throwOnError: true,
      strict: false,
      trust: false,
      maxSize: [40, 400],
    }) as MathTree;
    return writeMath(tree, isDisplay);
  } catch (thrown) {
    return { kind: 'wrong', reason: reasonOf(thrown) };
  }
}

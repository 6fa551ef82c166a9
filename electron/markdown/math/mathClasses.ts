/**
 * The page's classes for what a formula's reader says in classes and styles of its own: where a cell's text stands, how
 * far from its neighbours, and what lines are drawn around it. What they say beyond that is finish, and left out.
 */
export function mathClasses(
  classes: readonly string[],
  style: Readonly<Record<string, unknown>>,
): string[] {
  const found = classes.flatMap((name) => known[name] ?? []);
  if (style.border && style.border !== 'none') found.push('math-boxed');
  for (const side of ['Left', 'Right']) {
    const gap = inEms(style[`padding${side}`]);
    if (gap === 0) found.push(`math-flush-${side.toLowerCase()}`);
    if (gap !== null && gap >= 0.75) found.push(`math-wide-${side.toLowerCase()}`);
  }
  for (const side of ['Top', 'Right', 'Bottom', 'Left']) {
    if (/solid|dashed/.test(String(style[`border${side}`] ?? ''))) {
      found.push(`math-rule-${side.toLowerCase()}`);
    }
  }
  return found;
}

const known: Readonly<Record<string, string>> = {
  'tml-left': 'math-left',
  'tml-right': 'math-right',
  'tml-jot': 'math-spaced',
  'tml-fbox': 'math-boxed',
  'tml-tag': 'math-tag',
};

/** A length in ems of the formula's type; null when it is none. */
function inEms(length: unknown): number | null {
  const found = /^(\d*\.?\d+)(em|pt|ex)?$/.exec(String(length ?? ''));
  if (!found) return null;
  const size = Number(found[1]);
  if (found[2] === 'pt') return size / 10;
  return found[2] === 'ex' ? size / 2 : size;
}

import { proseOnly } from '../source/proseOnly.ts';
import { type Splice, spliceAll } from '../source/spliceAll.ts';

/**
 * Markdown whose `{{<` and `{{%` reach the reader. Hugo takes them for shortcodes, in code too, and gives out as it is
 * what stands in a comment of theirs. One that nothing closes is written otherwise in prose; in code there is no way.
 */
export function shortcodesAsText(source: string): string {
  if (!/\{\{[<%]/.test(source)) return source;
  const { commented, unclosed } = shortcodesIn(source);
  const { text } = unclosed.length > 0 ? proseOnly(source) : { text: '' };
  const inProse = unclosed.filter((at) => text.startsWith('{{', at));
  return spliceAll(source, [
    ...commented,
    ...inProse.map((at): Splice => ({ from: at + 1, to: at + 1, insert: '\\' })),
  ]);
}

/** Where Hugo would look in vain for the end of a shortcode, and stop. */
export function unclosedShortcodes(source: string): readonly number[] {
  return /\{\{[<%]/.test(source) ? shortcodesIn(source).unclosed : [];
}

/** From each opening to the first closing of its kind is one, whatever is between. */
function shortcodesIn(source: string): { commented: Splice[]; unclosed: number[] } {
  const commented: Splice[] = [];
  const unclosed: number[] = [];
  const opening = /\{\{([<%])/g;
  for (let found = opening.exec(source); found; found = opening.exec(source)) {
    const from = found.index + found[0].length;
    const to = source.indexOf(found[1] === '<' ? '>}}' : '%}}', from);
    if (to < 0) {
      unclosed.push(found.index);
      continue;
    }
    commented.push({ from, to: from, insert: '/*' }, { from: to, to, insert: '*/' });
    opening.lastIndex = to;
  }
  return { commented, unclosed };
}

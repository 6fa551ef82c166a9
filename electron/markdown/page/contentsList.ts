import { escapeText } from '../html/escape.ts';
import type { PageBlock } from './pageBlock.ts';

/** Headings below this level would make a table of contents as long as the text. */
const deepest = 3;

/**
 * The list of a table of contents: the headings of the first three levels with what they nest in. A first heading that
 * is the only one of the first level is the essay's title, and left out. '' without any.
 */
export function contentsList(blocks: readonly PageBlock[], ids: readonly string[]): string {
  const headings = blocks
    .flatMap(({ rendered }) => rendered.headings)
    .map(({ level, text }, at) => ({ level, text, id: ids[at]! }));
  const tops = headings.filter(({ level }) => level === 1);
  const title = tops.length === 1 ? tops[0] : undefined;
  const listed = headings.filter(
    (heading, at) => heading.level <= deepest && !(at === 0 && heading === title),
  );
  let html = '';
  const open: number[] = [];
  for (const { level, text, id } of listed) {
    while (open.length > 1 && open.at(-1)! > level) {
      html += '</li>\n</ul>\n';
      open.pop();
    }
    // A higher heading than the first is at its side: the list has no place above.
    if (open.length === 1) open[0] = Math.min(open[0]!, level);
    if (open.length === 0 || open.at(-1)! < level) {
      html += open.length === 0 ? '<ul>\n' : '\n<ul>\n';
      open.push(level);
    } else html += '</li>\n';
    html += `<li><a href="#${id}">${escapeText(text)}</a>`;
  }
  return html + open.map(() => '</li>\n</ul>\n').join('');
}

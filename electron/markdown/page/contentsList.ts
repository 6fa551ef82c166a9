import { escapeText } from '../html/escape.ts';
import type { Heading } from '../types.ts';
import type { PageBlock } from './pageBlock.ts';
import { isInvisible } from './pageBlock.ts';

/** Headings below this level would make a table of contents as long as the text. */
const deepest = 3;

/**
 * The list of a table of contents: the headings of the first three levels with what they nest in; a heading that is
 * the essay's title is left out. '' without any.
 */
export function contentsList(blocks: readonly PageBlock[], ids: readonly string[]): string {
  const opening = blocks.find((block) => !isInvisible(block));
  const listed: Pick<Heading, 'level' | 'text' | 'id'>[] = [];
  let at = 0;
  for (const block of blocks) {
    for (const { level, text } of block.rendered.headings) {
      const id = ids[at++]!;
      const isTitle = block === opening && block.rendered.isHeading && level === 1;
      if (level <= deepest && !isTitle) listed.push({ level, text, id });
    }
  }
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

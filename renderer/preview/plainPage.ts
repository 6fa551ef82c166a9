import type { Text } from '@codemirror/state';
import { countWords, readingMinutes } from '#markdown/statistics.ts';
import type { Unit } from '#markdown/types.ts';
import type { Page } from './messages.ts';

const linesInUnit = 200;

/** The source itself as a page: what is shown of a text that cannot be rendered in time. Classed `plain-source`. */
export function plainPage(text: Text): Page {
  const units: Unit[] = [];
  for (let first = 0; first < text.lines; first += linesInUnit) {
    const lines = Math.min(linesInUnit, text.lines - first);
    const from = text.line(first + 1).from;
    const to = text.line(first + lines).to;
    units.push({
      html: `<pre class="plain-source">\n${escapeHtml(text.sliceString(from, to))}\n</pre>\n`,
      line: first,
      lines,
      anchors: [{ line: 0, lines, element: 0, kind: 'flow' }],
    });
  }
  const words = countWords(text.toString());
  const statistics = { words, characters: text.length, minutes: readingMinutes(words) };
  return { units, footnotes: '', outline: [], statistics };
}

function escapeHtml(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;');
}

import { fenceInfo } from '../code/fenceInfo.ts';
import { languageNamed } from '../code/languages.ts';
import { streamHighlight } from '../code/streamHighlight.ts';
import { escapeAttribute, escapeText } from '../html/escape.ts';

/**
 * A code block as HTML: `<pre><code class="language-ts">…</code></pre>`, coloured by `hljs-*` classes, no line break
 * after. `info` is a fence's info string: the language, lines to point out, and whether to count them.
 * The text is the code's exactly, line for line. An unknown language, a block over 100 KB and one with a line over
 * 1,000 characters come plain.
 */
export function highlightCode(code: string, info: string): string {
  const { language, isMarked, hasMarks, isNumbered } = fenceInfo(info);
  const attribute = safeName.test(language) ? ` class="language-${escapeAttribute(language)}"` : '';
  const shown = coloured(code, language) ?? escapeText(code);
  const rows = hasMarks || isNumbered ? inRows(shown, isMarked, isNumbered) : shown;
  return `<pre><code${attribute}>${rows}</code></pre>`;
}

/** Code with its lines in elements: those pointed out, and all of them where the page style counts them. */
function inRows(html: string, isMarked: (line: number) => boolean, isNumbered: boolean): string {
  const lines = html.split('\n');
  // What follows the last line break is no line.
  const end = lines.at(-1) === '' ? lines.length - 1 : lines.length;
  return lines
    .map((line, at) => {
      if (at < end && isMarked(at + 1)) return `<mark class="code-line">${line}</mark>`;
      return at < end && isNumbered ? `<span class="code-line">${line}</span>` : line;
    })
    .join('\n');
}

const safeName = /^[\p{L}\p{N}_+#.;:-]{1,40}$/u;

const longestBlock = 100_000;
const longestLine = 1_000;

function coloured(code: string, language: string): string | null {
  const parser = languageNamed(language);
  if (!parser || code.length > longestBlock) return null;
  if (code.split('\n').some((line) => line.length > longestLine)) return null;
  try {
    return streamHighlight(code, parser);
  } catch {
    // A parser that stumbles over what it does not expect leaves the code readable all the same.
    return null;
  }
}

import { languageNamed } from '../code/languages.ts';
import { streamHighlight } from '../code/streamHighlight.ts';
import { escapeAttribute, escapeText } from '../html/escape.ts';
import { infoWord } from './codeBlocks.ts';

/**
 * A code block as HTML: `<pre><code class="language-ts">…</code></pre>`, coloured by `hljs-*` classes, no line break
 * after. `info` is a fence's info string; its first word names the language, the rest (`title="x" {3-5}`) is ignored.
 * The text is the code's exactly, line for line. An unknown language, a block over 100 KB and one with a line over
 * 1,000 characters come plain.
 */
export function highlightCode(code: string, info: string): string {
  const language = infoWord(info);
  const attribute = safeName.test(language) ? ` class="language-${escapeAttribute(language)}"` : '';
  return `<pre><code${attribute}>${coloured(code, language) ?? escapeText(code)}</code></pre>`;
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

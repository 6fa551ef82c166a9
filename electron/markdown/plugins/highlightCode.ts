import hljs from 'highlight.js/lib/core';
import { escapeAttribute, escapeText } from '../html/escape.ts';
import { furtherNames, languages } from './languages.ts';

/**
 * A code block as HTML: `<pre><code class="language-ts">…</code></pre>`, coloured by `hljs-*` classes, no line break
 * after. `info` is a fence's info string; its first word names the language, the rest (`title="x" {3-5}`) is ignored.
 * The text is the code's exactly, line for line. An unknown language, a block over 100 KB and one with a line over
 * 5,000 characters come plain.
 */
export function highlightCode(code: string, info: string): string {
  const language = languageOf(info);
  const attribute =
    language !== '' && safeName.test(language)
      ? ` class="language-${escapeAttribute(language)}"`
      : '';
  // A parser drops the line break right after `<pre>`, but `<code>` stands between, so none is lost.
  return `<pre><code${attribute}>${coloured(code, language) ?? escapeText(code)}</code></pre>`;
}

const safeName = /^[\p{L}\p{N}_+#.;:-]{1,40}$/u;

const longestBlock = 100_000;
const longestLine = 5_000;

/** The first word, up to a brace or comma that some tools write right after it (`ts{3-5}`, `rust,ignore`). */
function languageOf(info: string): string {
  return /^[^\s{,]+/.exec(info.trimStart())?.[0] ?? '';
}

function coloured(code: string, language: string): string | null {
  if (code.length > longestBlock || hasLongLine(code)) return null;
  const highlighter = registered();
  if (!highlighter.getLanguage(language)) return null;
  return highlighter.highlight(code, { language, ignoreIllegals: true }).value;
}

function hasLongLine(code: string): boolean {
  return code.split('\n').some((line) => line.length > longestLine);
}

let highlighter: typeof hljs | null = null;

/** Registered at first use: the grammars cost a start that has no code to show nothing. */
function registered(): typeof hljs {
  if (highlighter) return highlighter;
  highlighter = hljs.newInstance();
  for (const [name, language] of Object.entries(languages)) {
    highlighter.registerLanguage(name, language);
  }
  for (const [languageName, names] of Object.entries(furtherNames)) {
    highlighter.registerAliases([...names], { languageName });
  }
  return highlighter;
}

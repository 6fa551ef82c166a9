import { lineStarts, proseOnly, type Span } from '../source/proseOnly.ts';
import { type Splice, spliceAll } from '../source/spliceAll.ts';

/** Who keeps Liquid from what stands in code: nobody, or the place itself, as dev.to does for fences and backticks. */
export type CodeGuard = 'none' | 'fences and backticks';

/**
 * Markdown whose `{{` and `{%` reach the reader: a generator that runs Liquid over it first leaves it as the source
 * was. A piece of code is put between `raw` and `endraw` as a whole, in prose each line that needs it is.
 */
export function liquidAsText(source: string, guard: CodeGuard = 'none'): string {
  if (!/\{[{%]/.test(source)) return source;
  const { text, blocks, spans } = proseOnly(source);
  const starts = lineStarts(source);
  const splices: Splice[] = runs(text).map(([from, to]) => wrapped(source, [from, to]));
  for (const { from, to, kind, depth } of blocks) {
    const start = starts[from]!;
    const end = starts[to] ?? source.length;
    if (guard !== 'none' && kind === 'fence') continue;
    const block = source.slice(start, end);
    if (!/\{[{%]/.test(block)) continue;
    const isWhole = kind === 'fence' && depth === 0 && /[\r\n]$/.test(block);
    if (isWhole && !/endraw/.test(block)) {
      splices.push({ from: start, to: end, insert: `{% raw %}\n${block}{% endraw %}\n` });
    } else {
      splices.push(...runs(block).map(([a, b]) => wrapped(source, [start + a, start + b])));
    }
  }
  if (guard === 'none') {
    for (const span of spans) {
      if (/\{[{%]/.test(source.slice(...span))) splices.push(wrapped(source, span));
    }
  }
  return spliceAll(source, splices);
}

/** From the first mark of Liquid in a line to the last. */
function runs(text: string): Span[] {
  return [...text.matchAll(/\{[{%](?:.*[%}]\}|[{%]*)/g)].map(({ index, 0: run }) => [
    index,
    index + run.length,
  ]);
}

/** Text that itself speaks of `endraw` would end what keeps it; there each mark is put out as a string. */
function wrapped(source: string, [from, to]: Span): Splice {
  const text = source.slice(from, to);
  const insert = /endraw/.test(text)
    ? text.replace(/\{[{%]/g, '{{ "$&" }}')
    : `{% raw %}${text}{% endraw %}`;
  return { from, to, insert };
}

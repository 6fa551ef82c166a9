import { splitBlocks } from '#markdown/page/splitBlocks.ts';
import { parserFor } from '#markdown/parser.ts';

export interface Prose {
  /**
   * The source with blocks of code as spaces and code within text as U+FFFC, line breaks kept: what stands at a place
   * stands there in the source.
   */
  readonly text: string;
  /** The lines of each code block, [from, to), its fences included. */
  readonly blocks: readonly CodeBlock[];
  /** Where each piece of code within text stands, its backticks included. */
  readonly spans: readonly Span[];
  /** Where each block of raw HTML stands: what looks like Markdown in it is none. */
  readonly html: readonly Span[];
}

export interface CodeBlock {
  readonly from: number;
  readonly to: number;
  readonly kind: 'fence' | 'indented';
  /** How many quotes, lists and notes it stands in. */
  readonly depth: number;
  readonly code: string;
}

export type Span = readonly [from: number, to: number];

/** Parts a Markdown source into prose and code, by the renderer's own block rules. */
export function proseOnly(source: string): Prose {
  const starts = lineStarts(source);
  const at = (line: number) => starts[line] ?? source.length;
  const blocks: CodeBlock[] = [];
  // A table's cells share their row's lines.
  const inline = new Map<number, number>();
  const html: Span[] = [];
  const plain = source.replace(/\r\n?/g, '\n').replaceAll('\0', '\ufffd');
  splitBlocks(parserFor(), plain, false, (_, { tokens }) => {
    for (const { type, map, level, content } of tokens) {
      if (!map) continue;
      if (type === 'fence' || type === 'code_block') {
        const kind = type === 'fence' ? 'fence' : 'indented';
        blocks.push({ from: map[0], to: map[1], kind, depth: level, code: content });
      } else if (type === 'html_block') html.push([at(map[0]), at(map[1])]);
      else if (type === 'inline') inline.set(at(map[0]), at(map[1]));
    }
    return true;
  });
  const spans = [...inline].flatMap(([from, to]) => codeSpans(source, from, to));
  const code = blocks.map(({ from, to }): Span => [at(from), at(to)]);
  const text = blanked(blanked(source, code, ' '), spans, '\ufffc');
  return { text, blocks, spans: spans.sort((a, b) => a[0] - b[0]), html };
}

/** Where each line of a text starts, whatever its line breaks. */
export function lineStarts(source: string): number[] {
  const starts = [0];
  for (const found of source.matchAll(/\r\n|\n|\r/g)) starts.push(found.index + found[0].length);
  return starts;
}

/** CommonMark's rule: a run of backticks opens, the next run as long closes; one after a backslash opens nothing. */
function codeSpans(source: string, from: number, to: number): Span[] {
  const text = source.slice(from, to);
  const spans: Span[] = [];
  const runs = [...text.matchAll(/`+/g)];
  for (let at = 0; at < runs.length; at++) {
    const open = runs[at]!;
    const escaped = /(?:^|[^\\])(?:\\\\)*\\$/.test(text.slice(0, open.index));
    const length = open[0].length - (escaped ? 1 : 0);
    if (length === 0) continue;
    const close = runs.findIndex((run, next) => next > at && run[0].length === length);
    if (close === -1) continue;
    const end = runs[close]!;
    const start = from + open.index + (escaped ? 1 : 0);
    spans.push([start, from + end.index + end[0].length]);
    at = close;
  }
  return spans;
}

function blanked(source: string, spans: readonly Span[], blank: string): string {
  let text = '';
  let done = 0;
  for (const [from, to] of [...spans].sort((a, b) => a[0] - b[0])) {
    if (to <= done) continue;
    const start = Math.max(from, done);
    text += source.slice(done, start) + source.slice(start, to).replace(/[^\r\n]/g, blank);
    done = to;
  }
  return text + source.slice(done);
}

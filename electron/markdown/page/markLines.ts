import type { Token } from 'markdown-it';
import type { MarkedLines } from './blockEnv.ts';

/** Gives every block element of the page that has lines of its own a mark that ties it to them; `mark` returns the mark's number. */
export function markLines(
  tokens: readonly Token[],
  firstLine: number,
  mark: (lines: MarkedLines) => readonly [name: string, value: string],
): void {
  tokens.forEach((token, at) => {
    if (!token.map || token.hidden || token.nesting < 0 || !marked.has(token.type)) return;
    const [from, to] = token.map;
    const text = tokens[at + 1];
    const isFlow = token.tag === 'p' ? keepsBreaks(text, to - from) : isTightText(tokens, at);
    const lines = isFlow && token.tag === 'li' ? breaksIn(tokens[at + 2]) + 1 : to - from;
    const kind = isFlow ? 'flow' : 'block';
    token.attrPush([...mark({ line: from - firstLine, lines, kind })]);
  });
}

const marked = new Set([
  'paragraph_open',
  'heading_open',
  'list_item_open',
  'tr_open',
  'blockquote_open',
  'alert_open',
  'figure_open',
  'hr',
  'fence',
  'code_block',
  'math_block',
  'diagram',
  'contents',
]);

/** Whether each line break of the source is one line break of the page's text: not so where code spans lines. */
function keepsBreaks(inline: Token | undefined, lines: number): boolean {
  return (
    inline?.type === 'inline' &&
    breaksIn(inline) === lines - 1 &&
    !inline.children?.some((child) => child.content.includes('\n') && child.type === 'text')
  );
}

/** Whether an item of a tight list is one run of text. */
function isTightText(tokens: readonly Token[], at: number): boolean {
  if (tokens[at]!.type !== 'list_item_open') return false;
  const paragraph = tokens[at + 1];
  if (paragraph?.type !== 'paragraph_open' || !paragraph.hidden || !paragraph.map) return false;
  if (tokens[at + 4]?.type !== 'list_item_close') return false;
  return keepsBreaks(tokens[at + 2], paragraph.map[1] - paragraph.map[0]);
}

function breaksIn(inline: Token | undefined): number {
  let breaks = 0;
  for (const { type } of inline?.children ?? []) {
    if (type === 'softbreak' || type === 'hardbreak') breaks++;
  }
  return breaks;
}

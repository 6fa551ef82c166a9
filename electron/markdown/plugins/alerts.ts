import type { MarkdownIt, StateCore, Token } from 'markdown-it';

/**
 * GitHub's alerts: a quote outside every other block whose first line is `[!NOTE]`, `[!TIP]`, `[!IMPORTANT]`,
 * `[!WARNING]` or `[!CAUTION]` becomes a note with that word as its title. One with nothing after the mark stays a
 * quote, as on GitHub.
 */
export function alerts(md: MarkdownIt): void {
  md.core.ruler.before('inline', 'alerts', readAlerts);
}

const titles: Readonly<Record<string, string>> = {
  note: 'Note',
  tip: 'Tip',
  important: 'Important',
  warning: 'Warning',
  caution: 'Caution',
};

function readAlerts(state: StateCore): void {
  for (let at = 0; at < state.tokens.length; at++) {
    const kind = alertKind(state.tokens, at);
    if (kind !== null) turnIntoAlert(state, at, kind);
  }
}

function alertKind(tokens: readonly Token[], at: number): string | null {
  const quote = tokens[at];
  const text = tokens[at + 2];
  if (quote?.type !== 'blockquote_open' || quote.level !== 0 || text?.type !== 'inline')
    return null;
  if (tokens[at + 1]?.type !== 'paragraph_open') return null;
  const mark = /^\[!(note|tip|important|warning|caution)\][ \t]*(\n|$)/i.exec(text.content);
  const alone = mark?.[2] === '' && tokens[at + 4]?.type === 'blockquote_close';
  return mark?.[1] === undefined || alone ? null : mark[1].toLowerCase();
}

function turnIntoAlert({ tokens, Token }: StateCore, at: number, kind: string): void {
  const [open, paragraph, text, end] = tokens.slice(at, at + 4) as [Token, Token, Token, Token];
  let close: Token | undefined;
  for (let place = at + 4; !close && place < tokens.length; place++) {
    const token = tokens[place];
    if (token?.type === 'blockquote_close' && token.level === 0) close = token;
  }
  open.type = 'alert_open';
  open.tag = 'div';
  open.attrs = [
    ['class', `alert alert-${kind}`],
    ['role', 'note'],
  ];
  if (close) {
    close.type = 'alert_close';
    close.tag = 'div';
  }

  const firstLine = paragraph.map?.[0] ?? 0;
  const titleOpen = new Token('paragraph_open', 'p', 1);
  titleOpen.attrs = [['class', 'alert-title']];
  const title = new Token('inline', '', 0);
  title.content = titles[kind] ?? kind;
  title.children = [];
  const titleClose = new Token('paragraph_close', 'p', -1);
  for (const token of [titleOpen, title, titleClose]) {
    token.block = true;
    token.level = paragraph.level + (token === title ? 1 : 0);
  }
  titleOpen.map = [firstLine, firstLine + 1];
  title.map = [firstLine, firstLine + 1];

  const rest = text.content.includes('\n')
    ? text.content.slice(text.content.indexOf('\n') + 1)
    : null;
  if (rest !== null) {
    text.content = rest;
    text.map = after(firstLine, text.map);
    paragraph.map = after(firstLine, paragraph.map);
  }
  const kept = rest === null ? [] : [paragraph, text, end];
  tokens.splice(at + 1, 3, titleOpen, title, titleClose, ...kept);
}

function after(line: number, map: [number, number] | null): [number, number] | null {
  return map && [line + 1, map[1]];
}

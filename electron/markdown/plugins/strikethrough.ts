import type { Delimiter, MarkdownIt, StateInline, Token } from 'markdown-it';

const tilde = 0x7e;
/** Runs of one and of two close only their like, so each has a marker of its own; no character has this one. */
const singleTilde = -tilde;

/** GFM strikethrough: `~one~` and `~~two~~`, three or more are text. Takes the place of markdown-it's rule, which knows two only. */
export function strikethrough(md: MarkdownIt): void {
  md.inline.ruler.at('strikethrough', openOrClose);
  md.inline.ruler2.at('strikethrough', pair);
}

function openOrClose(state: StateInline, silent: boolean): boolean {
  if (silent || state.src.charCodeAt(state.pos) !== tilde) return false;
  const run = state.scanDelims(state.pos, true);
  const token = state.push('text', '', 0);
  token.content = '~'.repeat(run.length);
  if (run.length <= 2) {
    state.delimiters.push({
      marker: run.length === 2 ? tilde : singleTilde,
      length: 0,
      token: state.tokens.length - 1,
      end: -1,
      open: run.can_open,
      close: run.can_close,
    });
  }
  state.pos += run.length;
  return true;
}

function pair(state: StateInline): void {
  pairDelimiters(state, state.delimiters);
  for (const meta of state.tokens_meta) {
    if (meta?.delimiters) pairDelimiters(state, meta.delimiters);
  }
}

function pairDelimiters(state: StateInline, delimiters: Delimiter[]): void {
  for (const opener of delimiters) {
    if (opener.marker !== tilde && opener.marker !== singleTilde) continue;
    const closer = delimiters[opener.end];
    if (!closer) continue;
    becomeTag(state.tokens[opener.token]!, 's_open', 1);
    becomeTag(state.tokens[closer.token]!, 's_close', -1);
  }
}

function becomeTag(token: Token, type: string, nesting: 1 | -1): void {
  token.type = type;
  token.tag = 'del';
  token.nesting = nesting;
  token.markup = token.content;
  token.content = '';
}

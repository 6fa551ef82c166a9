import type { MarkdownIt, StateCore, StateInline, Token } from 'markdown-it';
import { emailsIn, webAddressAt } from './addresses.ts';

/**
 * Links for bare addresses: `www.…`, `http(s)://…`, e-mail, `mailto:` and `xmpp:`, found and ended by the rules of
 * GitHub Flavored Markdown 6.9. A web address that stands in square brackets ends where they do, so that
 * `[see https://a.example](b)` stays one link.
 */
export function gfmAutolinks(md: MarkdownIt): void {
  // Web addresses are taken while parsing, before their `*` and `_` are read as emphasis.
  md.inline.ruler.before('text', 'www_autolink', wwwLink);
  md.inline.ruler.at('text', textUpToWww);
  md.inline.ruler.after('text', 'url_autolink', schemeLink);
  // E-mail addresses may hold `_`, which ends a run of text, so they wait until runs are joined.
  md.core.ruler.push('email_autolink', emailLinks);
}

function wwwLink(state: StateInline, silent: boolean): boolean {
  if (silent || state.linkLevel > 0 || !wwwStarts(state.src, state.pos)) return false;
  const address = webAddressAt(state.src, state.pos, state.posMax, 'www');
  return address !== null && pushLink(state, address, `http://${address}`);
}

function schemeLink(state: StateInline, silent: boolean): boolean {
  if (silent || state.linkLevel > 0 || state.src.charCodeAt(state.pos) !== 0x3a /* : */)
    return false;
  if (!state.src.startsWith('://', state.pos)) return false;
  const scheme = /(?:^|[^a-z])(https?)$/i.exec(
    state.src.slice(Math.max(0, state.pos - 6), state.pos),
  )?.[1];
  if (!scheme || !state.pending.endsWith(scheme)) return false;
  const start = state.pos - scheme.length;
  const address = webAddressAt(state.src, start, state.posMax, 'scheme');
  if (address === null || !state.md.validateLink(state.md.normalizeLink(address))) return false;
  state.pending = state.pending.slice(0, -scheme.length);
  state.pos = start;
  return pushLink(state, address, address);
}

/** The `text` rule of markdown-it, stopping before each `www.` that may start an address as well. */
function textUpToWww(state: StateInline, silent: boolean): boolean {
  const { src, posMax } = state;
  let pos = state.pos;
  while (pos < posMax) {
    const code = src.charCodeAt(pos);
    if (code < 128 ? endsText[code] : false) break;
    if (code === 0x77 /* w */ && pos > state.pos && wwwStarts(src, pos)) break;
    pos++;
  }
  if (pos === state.pos) return false;
  if (!silent) state.pending += src.slice(state.pos, pos);
  state.pos = pos;
  return true;
}

const endsText: readonly boolean[] = Array.from({ length: 128 }, (_, code) =>
  '\n!#$%&*+-:<=>@[\\]^_`{}~'.includes(String.fromCharCode(code)),
);

/** Whether `www.` stands here at a line's start, after white space, or after one of `*`, `_`, `~`, `(`, `[`. */
function wwwStarts(src: string, pos: number): boolean {
  return src.startsWith('www.', pos) && (pos === 0 || /[\s*_~([]/.test(src.charAt(pos - 1)));
}

function pushLink(state: StateInline, address: string, target: string): boolean {
  const text = state.md.utils.unescapeAll(address.replaceAll('\\', '\\\\'));
  const href = state.md.normalizeLink(state.md.utils.unescapeAll(target.replaceAll('\\', '\\\\')));
  if (!state.md.validateLink(href)) return false;
  const open = state.push('link_open', 'a', 1);
  open.attrs = [['href', href]];
  open.markup = 'linkify';
  open.info = 'auto';
  state.push('text', '', 0).content = text;
  const close = state.push('link_close', 'a', -1);
  close.markup = 'linkify';
  close.info = 'auto';
  state.pos += address.length;
  return true;
}

function emailLinks(state: StateCore): void {
  for (const block of state.tokens) {
    if (block.type !== 'inline' || !block.children || !block.content.includes('@')) continue;
    let insideLink = 0;
    block.children = block.children.flatMap((token) => {
      if (opensLink(token)) insideLink++;
      if (closesLink(token)) insideLink--;
      return token.type === 'text' && insideLink <= 0 ? withEmails(token, state) : [token];
    });
  }
}

function opensLink({ type, content }: Token): boolean {
  return type === 'link_open' || (type === 'html_inline' && /^<a[>\s]/i.test(content));
}

function closesLink({ type, content }: Token): boolean {
  return type === 'link_close' || (type === 'html_inline' && /^<\/a\s*>/i.test(content));
}

function withEmails(text: Token, state: StateCore): Token[] {
  const tokens: Token[] = [];
  let done = 0;
  const put = (type: string, tag: string, nesting: -1 | 0 | 1, content = ''): Token => {
    const token = new state.Token(type, tag, nesting);
    token.content = content;
    token.level = text.level + (type === 'text' && insideLink ? 1 : 0);
    tokens.push(token);
    return token;
  };
  let insideLink = false;
  for (const { from, to, href } of emailsIn(text.content)) {
    const target = state.md.normalizeLink(href);
    if (!state.md.validateLink(target)) continue;
    if (from > done) put('text', '', 0, text.content.slice(done, from));
    const open = put('link_open', 'a', 1);
    open.attrs = [['href', target]];
    open.markup = 'linkify';
    open.info = 'auto';
    insideLink = true;
    put('text', '', 0, text.content.slice(from, to));
    insideLink = false;
    const close = put('link_close', 'a', -1);
    close.markup = 'linkify';
    close.info = 'auto';
    done = to;
  }
  if (done === 0) return [text];
  if (done < text.content.length) put('text', '', 0, text.content.slice(done));
  return tokens;
}

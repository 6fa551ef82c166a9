import type { Env, MarkdownIt, StateCore, StateInline, Token } from 'markdown-it';
import { blockEnv, type Target } from '../page/blockEnv.ts';
import { lineOf } from '../page/placeInlines.ts';

/**
 * Labels and references to them, in the form that users of pandoc know: `{#sec:x}` ends a heading, `{#fig:x}` stands
 * right behind an image that is alone, `: Caption {#tbl:x}` is a paragraph above or below a table, `{#lst:x}` is in a
 * fence's info string, and `@fig:x` refers. A heading takes any id. What is labelled is counted by its kind; a section
 * is called what its heading says. Figures and fences read their labels by the functions here.
 */
export function labels(md: MarkdownIt): void {
  md.core.ruler.before('inline', 'labels', readLabels);
  md.core.ruler.after('inline', 'caption_labels', putCaptionLabels);
  md.inline.ruler.after('escape', 'cross_reference', refer);
  md.renderer.rules.cross_reference = (tokens, at, _options, env) => {
    const token = tokens[at]!;
    const label = token.content.slice(1);
    return blockEnv(env).hole({ kind: 'cross-reference', label, line: lineOf(token) });
  };
  md.renderer.rules.caption_label = (tokens, at, _options, env) => {
    const { meta, content } = tokens[at]!;
    return captionLabel((meta as { target: Target }).target, content !== '', env);
  };
}

/** The id that is written behind a heading's text, if any. */
export function givenId(heading: Token): string | undefined {
  return (heading.meta as { id?: string } | null)?.id;
}

/** A figure's label, when a text is nothing but that. */
export function figureLabel(text: string): string | null {
  return behindImage.exec(text)?.[1] ?? null;
}

/** A code block's label in its info string. */
export function listingLabel(info: string): string | null {
  return inInfo.exec(info)?.[1] ?? null;
}

/** Something that a label at a line stands for, and the id its element is to have. */
export function newTarget(
  label: string,
  map: Token['map'],
  env: Env | undefined,
): { target: Target; id: string } {
  const target = { label };
  const id = blockEnv(env).hole({ kind: 'id', target, line: map?.[0] ?? 0 });
  return { target, id };
}

/** What a caption begins with: what the document calls its target. */
export function captionLabel(target: Target, hasText: boolean, env: Env | undefined): string {
  const name = blockEnv(env).hole({ kind: 'name', target });
  return `<span class="caption-label">${name}${hasText ? ':' : ''}</span>${hasText ? ' ' : ''}`;
}

const name = '[\\p{L}\\p{N}_]+(?:[.:-]+[\\p{L}\\p{N}_]+)*';
const behindImage = new RegExp(`^ ?\\{#(fig:${name})\\}$`, 'u');
const inInfo = new RegExp(`\\{(?:[^{}]*\\s)?#(lst:${name})(?:\\s[^{}]*)?\\}`, 'u');
/** Footnotes have ids of their own. */
const behindHeading = new RegExp(`[ \\t]\\{#((?!fn:|fnref:)${name})\\}$`, 'u');
const behindCaption = new RegExp(`[ \\t]\\{#(tbl:${name})\\}$`, 'u');
const captionStart = /^(?:Table)?:[ \t]+/;
const reference = new RegExp(`@(?:fig|tbl|lst|sec):${name}`, 'uy');
const longestName = 100;

function readLabels(state: StateCore): void {
  state.tokens.forEach((open, at) => {
    const text = state.tokens[at + 1];
    if (text?.type !== 'inline' || !text.content.endsWith('}')) return;
    if (open.type === 'heading_open') {
      const id = taken(text, behindHeading);
      if (id) open.meta = { ...open.meta, id };
    } else if (isParagraph(open) && captionStart.test(text.content)) {
      const label = taken(text, behindCaption);
      if (!label) return;
      text.content = text.content.replace(captionStart, '');
      const { target, id } = newTarget(label, open.map, state.env);
      text.meta = { ...text.meta, caption: target };
      open.attrs = [
        ['class', 'caption'],
        ['id', id],
      ];
    }
  });
}

/** A tight list's paragraphs are hidden: no element of theirs could have an id. */
function isParagraph({ type, hidden }: Token): boolean {
  return type === 'paragraph_open' && !hidden;
}

/** Takes what a pattern finds at the end of a text off it. */
function taken(text: Token, pattern: RegExp): string | null {
  // Nothing longer is a label; looking at the end only keeps this quick in a long text.
  const start = Math.max(0, text.content.length - longestName - 5);
  const found = pattern.exec(text.content.slice(start));
  if (!found) return null;
  text.content = text.content.slice(0, start + found.index).trimEnd();
  return found[1]!;
}

function putCaptionLabels(state: StateCore): void {
  for (const token of state.tokens) {
    const target = token.type === 'inline' ? captionOf(token) : undefined;
    if (target) token.children!.unshift(captionToken(state, target, token.content));
  }
}

function captionOf({ meta }: Token): Target | undefined {
  return (meta as { caption?: Target } | null)?.caption;
}

/** A token that begins a caption of that text. */
export function captionToken({ Token }: StateCore, target: Target, text: string): Token {
  const token = new Token('caption_label', '', 0);
  token.meta = { target };
  token.content = text;
  return token;
}

function refer(state: StateInline, silent: boolean): boolean {
  const { src, pos } = state;
  if (src.charCodeAt(pos) !== 0x40 /* @ */ || state.linkLevel > 0) return false;
  if (pos > 0 && /[\p{L}\p{N}_.@/]/u.test(src.charAt(pos - 1))) return false;
  reference.lastIndex = pos;
  const found = reference.exec(src)?.[0];
  if (!found || found.length > longestName || pos + found.length > state.posMax) return false;
  if (!silent) state.push('cross_reference', '', 0).content = found;
  state.pos += found.length;
  return true;
}

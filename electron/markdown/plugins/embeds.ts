import type { MarkdownIt, StateInline } from 'markdown-it';
import { embedOf, embedPattern } from '../images/embed.ts';

/** Images as Obsidian writes them, `![[name.png|what it shows]]`: the same as Markdown's own. Call with `images`. */
export function embeds(md: MarkdownIt): void {
  md.inline.ruler.before('image', 'embed', readEmbed);
}

const pattern = new RegExp(embedPattern, 'iy');

function readEmbed(state: StateInline, silent: boolean): boolean {
  if (!state.src.startsWith('![[', state.pos)) return false;
  pattern.lastIndex = state.pos;
  const found = pattern.exec(state.src);
  if (!found || pattern.lastIndex > state.posMax) return false;
  if (!silent) {
    const { address, alt } = embedOf(found);
    const token = state.push('image', 'img', 0);
    token.attrs = [
      ['src', address],
      ['alt', ''],
    ];
    const words = new state.Token('text', '', 0);
    words.content = alt;
    token.children = [words];
    token.content = alt;
    token.meta = { isEmbed: true };
  }
  state.pos += found[0].length;
  return true;
}

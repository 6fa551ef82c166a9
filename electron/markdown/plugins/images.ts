import type { MarkdownIt, StateCore, Token } from 'markdown-it';
import { imageAt, safeAddress, sizeAttributes, sourceAttributes } from '../images/pageImage.ts';
import { missingImage } from '../missingImage.ts';
import { blockEnv } from '../page/blockEnv.ts';
import { lineOf } from '../page/placeInlines.ts';
import { isWebAddress } from '../safeUrl.ts';

/** Images from their own data or from what is at hand; any other is a labelled link, so that a page never asks the network. */
export function images(md: MarkdownIt): void {
  md.core.ruler.push('images_in_links', noteImagesInLinks);
  md.renderer.rules.image = (tokens, at, options, env, renderer) => {
    const token = tokens[at]!;
    const source = String(token.attrGet('src') ?? '');
    const alt = renderer.renderInlineAsText(token.children ?? [], options, env);
    const { image: find, report } = blockEnv(env);
    const image = imageAt(source, find, isEmbedded(token));
    const address = image && safeAddress(image);
    if (!image || !address) {
      if (!isWebAddress(source.trim())) {
        report({
          kind: 'image',
          line: lineOf(token),
          what: source,
          reason: 'it is not in the library',
        });
      }
      return missingImage({ source, alt, insideLink: isInsideLink(token) });
    }
    const title = token.attrs?.filter(([name]) => name === 'title') ?? [];
    token.attrs = [
      ...sourceAttributes(image, address),
      ['alt', alt],
      ...title,
      ...sizeAttributes(image, []),
    ].map(([name, value]) => [name, value]);
    return renderer.renderToken(tokens, at, options);
  };
}

/** Inside a link no second link can stand. */
function noteImagesInLinks(state: StateCore): void {
  for (const { children } of state.tokens) {
    let links = 0;
    for (const token of children ?? []) {
      if (token.type === 'link_open') links++;
      else if (token.type === 'link_close') links--;
      else if (token.type === 'image' && links > 0)
        token.meta = { ...token.meta, insideLink: true };
    }
  }
}

function isEmbedded(token: Token): boolean {
  return (token.meta as { isEmbed?: boolean } | null)?.isEmbed === true;
}

function isInsideLink(token: Token): boolean {
  return (token.meta as { insideLink?: boolean } | null)?.insideLink === true;
}

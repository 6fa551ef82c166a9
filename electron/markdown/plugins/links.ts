import type { MarkdownIt } from 'markdown-it';
import { safeImage, safeLink } from '../safeUrl.ts';

/**
 * Holds links to what `safeLink` allows: a link anywhere else is not a link, its source is shown.
 * Call after `writtenLinks`.
 */
export function safeLinks(md: MarkdownIt): void {
  // Images come this way too, and theirs may be data; `writtenLinks` tells them apart.
  md.validateLink = (url) => safeLink(url) !== null || safeImage(url) !== null;
  const open = md.renderer.rules.link_open!;
  md.renderer.rules.link_open = (tokens, at, options, env, renderer) => {
    const href = safeLink(String(tokens[at]!.attrGet('href') ?? ''));
    if (href === null) return '<a>';
    tokens[at]!.attrSet('href', href);
    return open(tokens, at, options, env, renderer);
  };
}

/** Keeps URLs as they are written until they are rendered, so that images can be looked up by what the writer wrote. */
export function writtenLinks(md: MarkdownIt): void {
  const encodeAny = md.normalizeLink.bind(md);
  const encode = (url: string) => (isEncoded.test(url) ? url : encodeAny(url));
  md.normalizeLink = (url) => url;
  md.renderer.rules.link_open = (tokens, at, options, _env, renderer) => {
    tokens[at]!.attrSet('href', encode(String(tokens[at]!.attrGet('href') ?? '')));
    return renderer.renderToken(tokens, at, options);
  };
  const image = md.renderer.rules.image!;
  md.renderer.rules.image = (tokens, at, options, env, renderer) => {
    tokens[at]!.attrSet('src', encode(String(tokens[at]!.attrGet('src') ?? '')));
    return image(tokens, at, options, env, renderer);
  };
}

/** Addresses that stay as they are when they are encoded, as most do: telling so is quick, taking them apart is not. */
const isEncoded = /^(?:https?:\/\/[a-z0-9]+(?:[.-][a-z0-9]+)*(?=\/|$))?[\w/.#-]*$/;

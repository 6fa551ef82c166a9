import type { Token } from 'markdown-it';
import { lineOf } from './placeInlines.ts';

/** A link to a place in the page: `#` and an id. */
export interface AnchorLink {
  readonly href: string;
  readonly line: number;
}

/** The links to places in the page among tokens that are placed, with lines counted from the block's first. */
export function anchorLinks(tokens: readonly Token[], firstLine: number): AnchorLink[] {
  const links: AnchorLink[] = [];
  for (const { children } of tokens) {
    for (const child of children ?? []) {
      if (child.type !== 'link_open') continue;
      const href = String(child.attrGet('href') ?? '');
      if (href.startsWith('#')) links.push({ href, line: lineOf(child) - firstLine });
    }
  }
  return links;
}

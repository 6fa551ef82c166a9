import type { Token } from 'markdown-it';

/** Tells inline tokens that may have to name their line which one it is: `meta.line`, counted as the blocks' maps are. */
export function placeInlines(tokens: readonly Token[]): void {
  let line = 0;
  for (const token of tokens) {
    if (token.map) line = token.map[0];
    if (token.type !== 'inline') continue;
    let at = line;
    for (const child of token.children!) {
      if (child.type === 'softbreak' || child.type === 'hardbreak') at++;
      else if (placed.has(child.type)) {
        child.meta = { ...child.meta, line: at };
        at += child.content.split('\n').length - 1;
      }
    }
  }
}

const placed = new Set(['math_inline', 'cross_reference', 'link_open', 'image']);

/** The line that `placeInlines` gave a token. */
export function lineOf(token: Token): number {
  return (token.meta as { line?: number } | null)?.line ?? 0;
}

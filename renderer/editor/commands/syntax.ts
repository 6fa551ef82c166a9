import { ensureSyntaxTree, syntaxTree } from '@codemirror/language';
import type { EditorState } from '@codemirror/state';
import type { SyntaxNode, Tree } from '@lezer/common';

/** The syntax up to a position, parsed now if that is quick. */
export function treeUpTo(state: EditorState, position: number): Tree {
  return ensureSyntaxTree(state, position, 50) ?? syntaxTree(state);
}

/** The innermost node with one of these names that spans [from, to], edges included. */
export function nodeAround(
  state: EditorState,
  from: number,
  to: number,
  names: readonly string[],
): SyntaxNode | null {
  const tree = treeUpTo(state, to);
  for (const side of [1, -1] as const) {
    let node: SyntaxNode | null = tree.resolveInner(from, side);
    for (; node; node = node.parent) {
      if (node.from <= from && node.to >= to && names.includes(node.name)) return node;
    }
  }
  return null;
}

/** Text in which Markdown means nothing: code blocks and spans. */
export function isInCode(state: EditorState, from: number, to = from): boolean {
  return nodeAround(state, from, to, ['FencedCode', 'CodeBlock', 'InlineCode']) !== null;
}

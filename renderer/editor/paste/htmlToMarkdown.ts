import { htmlTree } from './htmlTree.ts';
import { treeToMarkdown } from './treeToMarkdown.ts';

/** Pasted HTML as Markdown, or null when it says no more than the plain text beside it; see `cleanTree` for what is left of it. */
export function htmlToMarkdown(html: string): string | null {
  const tree = htmlTree(html);
  return tree && treeToMarkdown(tree);
}

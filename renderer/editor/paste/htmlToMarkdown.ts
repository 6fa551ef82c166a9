import { fromDom } from 'hast-util-from-dom';
import { treeToMarkdown } from './treeToMarkdown.ts';

/**
 * Pasted HTML as Markdown, or null when it says no more than the plain text beside it.
 * The HTML is parsed into a document that runs nothing and loads nothing; see `cleanTree` for what is left of it.
 */
export function htmlToMarkdown(html: string): string | null {
  const { body } = new DOMParser().parseFromString(html, 'text/html');
  const tree = fromDom(body);
  return tree.type === 'element' ? treeToMarkdown({ type: 'root', children: tree.children }) : null;
}

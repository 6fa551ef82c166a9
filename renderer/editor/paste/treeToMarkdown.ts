import type { Element, Root, RootContent } from 'hast';
import { toMdast } from 'hast-util-to-mdast';
import type { Nodes } from 'mdast';
import { gfmToMarkdown } from 'mdast-util-gfm';
import { toMarkdown } from 'mdast-util-to-markdown';
import { cleanTree } from './cleanTree.ts';

/** A parsed piece of HTML as Markdown, or null when it has no formatting that Markdown can say. */
export function treeToMarkdown(tree: Root): string | null {
  const clean = cleanTree(tree);
  if (!isFormatted(clean.children) || isOnlyCode(clean.children)) return null;
  const markdown = toMarkdown(toMdast(clean) as Nodes, {
    extensions: [gfmToMarkdown({ tablePipeAlign: false })],
    bullet: '-',
    emphasis: '*',
    fences: true,
    listItemIndent: 'one',
    resourceLink: true,
    rule: '-',
  });
  const text = markdown.trim();
  return isInline(clean.children) ? text : `${text}\n`;
}

const wordless = new Set(['p', 'div', 'span', 'br', 'section', 'article', 'main', 'body', 'font']);

function isFormatted(nodes: readonly RootContent[]): boolean {
  return nodes.some(
    (node) =>
      node.type === 'element' && (!wordless.has(node.tagName) || isFormatted(node.children)),
  );
}

/** A piece of code by itself, as editors and terminals copy it. */
function isOnlyCode(nodes: readonly RootContent[]): boolean {
  const elements = nodes.filter((node): node is Element => node.type === 'element');
  const texts = nodes.filter((node) => node.type === 'text' && node.value.trim());
  if (elements.length !== 1 || texts.length > 0) return false;
  const [only] = elements;
  if (only!.tagName === 'pre') return true;
  return only!.tagName === 'div' && isOnlyCode(only!.children);
}

function isInline(nodes: readonly RootContent[]): boolean {
  const inline = new Set([
    'a',
    'b',
    'strong',
    'i',
    'em',
    'code',
    'del',
    's',
    'span',
    'br',
    'sub',
    'sup',
    'img',
  ]);
  return nodes.every((node) => node.type !== 'element' || inline.has(node.tagName));
}

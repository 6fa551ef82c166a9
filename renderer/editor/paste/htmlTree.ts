import type { Element, ElementContent, Root } from 'hast';
import type { DefaultTreeAdapterTypes as Parse5 } from 'parse5';
import { parseWithin } from '#markdown/html/parseWithin.ts';

/**
 * HTML as a browser would read it, as a tree. Null when it is nested deeper than any text is.
 * No document is made of it: even one that runs nothing asks for the subtitles of a video.
 */
export function htmlTree(html: string): Root | null {
  const tree = parseWithin(html);
  return tree && { type: 'root', children: childrenOf(tree) };
}

function childrenOf(parent: Parse5.ParentNode): ElementContent[] {
  return parent.childNodes.flatMap((node): ElementContent[] => {
    if ('value' in node) return [{ type: 'text', value: node.value }];
    return 'tagName' in node ? [elementOf(node)] : [];
  });
}

function elementOf(node: Parse5.Element): Element {
  const properties: Element['properties'] = {};
  for (const { name, value } of node.attrs) {
    if (name === 'class') properties.className = value.split(/\s+/);
    else if (name === 'colspan') properties.colSpan = Number(value);
    else if (name === 'hidden' || name === 'checked') properties[name] = true;
    else properties[name] = value;
  }
  return { type: 'element', tagName: node.tagName, properties, children: childrenOf(node) };
}

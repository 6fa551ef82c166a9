import type { Element, ElementContent, Root } from 'hast';
import { type DefaultTreeAdapterTypes as Parse5, parseFragment } from 'parse5';

/** HTML as the tree that the editor makes of a pasted document, without a DOM. */
export function treeOf(html: string): Root {
  return { type: 'root', children: childrenOf(parseFragment(html)) };
}

function childrenOf(parent: Parse5.ParentNode): ElementContent[] {
  return parent.childNodes.flatMap((node): ElementContent[] => {
    if ('value' in node) return [{ type: 'text', value: node.value }];
    if ('data' in node) return [{ type: 'comment', value: node.data }];
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

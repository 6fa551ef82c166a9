import { type DefaultTreeAdapterTypes, parseFragment } from 'parse5';

type Element = DefaultTreeAdapterTypes.Element;

/** HTML as CommonMark's own comparison sees it: how a void element is closed and white space in an empty quote mean nothing. */
export function normalized(html: string): string {
  return html
    .replace(/ ?\/>/g, '>')
    .replaceAll('<blockquote>\n</blockquote>', '<blockquote></blockquote>');
}

/** The elements of a piece of HTML in document order, as `querySelectorAll('*')` numbers them in a browser. */
export function elementsOf(html: string): Element[] {
  const elements: Element[] = [];
  const walk = (parent: DefaultTreeAdapterTypes.ParentNode) => {
    for (const child of parent.childNodes) {
      if (!('tagName' in child)) continue;
      elements.push(child);
      walk(child);
    }
  };
  walk(parseFragment(html));
  return elements;
}

/** The text in an element. */
export function textOf(node: DefaultTreeAdapterTypes.Node): string {
  if ('value' in node) return node.value;
  return 'childNodes' in node ? node.childNodes.map(textOf).join('') : '';
}

import type { Element, ElementContent, RootContent } from 'hast';

/** Word writes list items as paragraphs that look like them. Gives runs of those their lists back, nested by their level. */
export function officeLists(nodes: readonly RootContent[]): RootContent[] {
  const result: RootContent[] = [];
  let items: Item[] = [];
  const closeList = () => {
    if (items.length > 0) result.push(listOf(items, 0)[0]);
    items = [];
  };
  for (const node of nodes) {
    const item = node.type === 'element' ? itemOf(node) : null;
    if (item) items.push(item);
    else if (node.type === 'text' && !node.value.trim() && items.length > 0) continue;
    else {
      closeList();
      result.push(
        node.type === 'element'
          ? { ...node, children: officeLists(node.children) as ElementContent[] }
          : node,
      );
    }
  }
  closeList();
  return result;
}

interface Item {
  readonly level: number;
  readonly isOrdered: boolean;
  readonly children: ElementContent[];
}

function itemOf(node: Element): Item | null {
  const style = node.properties.style;
  const level = typeof style === 'string' ? /mso-list:[^;]*level(\d)/i.exec(style)?.[1] : undefined;
  if (node.tagName !== 'p' || !level) return null;
  let marker = '';
  const children = withoutMarker(node.children, (text) => {
    marker += text;
  });
  return { level: Number(level), isOrdered: /^\s*\(?[\da-z]{1,4}[.)]/i.test(marker), children };
}

/** Word marks what it drew as the bullet or number with `mso-list: Ignore`. */
function withoutMarker(nodes: ElementContent[], found: (text: string) => void): ElementContent[] {
  return nodes.flatMap((node): ElementContent[] => {
    if (node.type !== 'element') return [node];
    const style = node.properties.style;
    if (typeof style === 'string' && /mso-list:\s*ignore/i.test(style)) {
      found(textOf(node));
      return [];
    }
    return [{ ...node, children: withoutMarker(node.children, found) }];
  });
}

function textOf(node: ElementContent): string {
  if (node.type === 'text') return node.value;
  return node.type === 'element' ? node.children.map(textOf).join('') : '';
}

/** The list that starts at `from`, and the index after its last item. */
function listOf(items: readonly Item[], from: number): [list: Element, next: number] {
  const { level, isOrdered } = items[from]!;
  const list: Element = {
    type: 'element',
    tagName: isOrdered ? 'ol' : 'ul',
    properties: {},
    children: [],
  };
  let at = from;
  while (at < items.length && items[at]!.level >= level) {
    const item = items[at]!;
    if (item.level > level) {
      const [inner, next] = listOf(items, at);
      const parent = list.children.at(-1);
      if (parent?.type === 'element') parent.children.push(inner);
      at = next;
    } else {
      list.children.push({
        type: 'element',
        tagName: 'li',
        properties: {},
        children: [...item.children],
      });
      at++;
    }
  }
  return [list, at];
}

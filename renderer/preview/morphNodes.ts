/**
 * Turns nodes that stand in the page into others with as few changes as can be told quickly, and returns what stands
 * afterwards: node for node what `next` was. What stays keeps its layout, its picture and its selection.
 */
export function morphNodes(
  parent: ParentNode & Node,
  current: readonly ChildNode[],
  next: readonly ChildNode[],
  before: ChildNode | null,
  depth = 0,
): ChildNode[] {
  const shorter = Math.min(current.length, next.length);
  let start = 0;
  while (start < shorter && current[start]!.isEqualNode(next[start]!)) start += 1;
  let end = 0;
  while (end < shorter - start && current.at(-1 - end)!.isEqualNode(next.at(-1 - end)!)) end += 1;

  const kept = current.slice(current.length - end);
  const after = kept[0] ?? before;
  const old = current.slice(start, current.length - end);
  const fresh = next.slice(start, next.length - end).map((node, index) => {
    const place = old[index];
    if (place && depth < deepest && morph(place, node, depth)) return place;
    if (place) place.replaceWith(node);
    else parent.insertBefore(node, after);
    return node;
  });
  for (const node of old.slice(fresh.length)) node.remove();
  return [...current.slice(0, start), ...fresh, ...kept];
}

/** Comparing goes over everything below at each depth: nests deeper than essays have are replaced instead. */
const deepest = 8;

/** False when `current` cannot become `next`. */
function morph(current: ChildNode, next: ChildNode, depth: number): boolean {
  if (current.nodeType !== next.nodeType || current.nodeName !== next.nodeName) return false;
  if (isText(current)) {
    current.data = (next as Text).data;
    return true;
  }
  if (!isElement(current)) return false;
  copyAttributes(current, next as Element & ChildNode);
  morphNodes(current, [...current.childNodes], [...next.childNodes], null, depth + 1);
  return true;
}

/** Their order counts: it shows in the HTML. */
export function copyAttributes(to: Element, from: Element): void {
  const same =
    to.attributes.length === from.attributes.length &&
    [...to.attributes].every((attribute, index) => {
      const twin = from.attributes[index];
      return attribute.name === twin?.name && attribute.value === twin.value;
    });
  if (same) return;
  for (const name of to.getAttributeNames()) to.removeAttribute(name);
  for (const { name, value } of from.attributes) to.setAttribute(name, value);
}

function isText(node: Node): node is Text {
  return node.nodeType === node.TEXT_NODE;
}

function isElement(node: Node): node is Element & ChildNode {
  return node.nodeType === node.ELEMENT_NODE;
}

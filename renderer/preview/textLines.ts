/** A place in the page's text, or an element that stands where text would. */
export type TextPlace =
  | { readonly node: Text; readonly offset: number }
  | { readonly node: Element; readonly offset: null };

/** All elements among nodes and below them, in document order. */
export function elementsOf(nodes: readonly ChildNode[]): Element[] {
  const elements: Element[] = [];
  for (const node of nodes) {
    if (!isElement(node)) continue;
    elements.push(node);
    for (const below of node.querySelectorAll('*')) elements.push(below);
  }
  return elements;
}

/**
 * Where the second and later source lines of an element's text start: after each newline character, at the first thing
 * that can be seen. At most `lines` - 1 of them. What stands inside `apart` has lines of its own and is passed over.
 */
export function lineStarts(
  element: Element,
  lines: number,
  apart: ReadonlySet<Element>,
): TextPlace[] {
  const starts: TextPlace[] = [];
  let open = 0;
  for (const node of leavesOf(element, apart)) {
    if (isElement(node)) {
      for (; open > 0; open -= 1) starts.push({ node, offset: null });
      continue;
    }
    const text = node.data;
    let from = 0;
    for (;;) {
      const newline = text.indexOf('\n', from);
      const lineEnd = newline < 0 ? text.length : newline;
      if (open > 0 && lineEnd > from) {
        const offset = from + (text.slice(from, lineEnd).search(/\S/) + 1 || 1) - 1;
        for (; open > 0; open -= 1) starts.push({ node, offset });
      }
      if (newline < 0 || starts.length + open >= lines - 1) break;
      open += 1;
      from = newline + 1;
      // Blank rows of code have no character to measure but their own newline.
      if (text[from] === '\n') {
        for (; open > 0; open -= 1) starts.push({ node, offset: from });
      }
    }
    if (starts.length >= lines - 1) break;
  }
  return starts;
}

/** How many newline characters stand before a place in an element's text, what is inside `apart` passed over. */
export function newlinesBefore(
  element: Element,
  place: { readonly node: Node; readonly offset: number },
  apart: ReadonlySet<Element>,
): number {
  let newlines = 0;
  for (const node of leavesOf(element, apart)) {
    if (isElement(node)) continue;
    const text = node === place.node ? node.data.slice(0, place.offset) : node.data;
    newlines += text.split('\n').length - 1;
    if (node === place.node) break;
  }
  return newlines;
}

let range: Range | null = null;

/** The top of the row that a place stands in, in px of the viewport. */
export function yOfText(place: TextPlace): number {
  const { node, offset } = place;
  if (offset === null) return node.getBoundingClientRect().top;
  // One for all: the browser keeps every range right at every change of the page for as long as it has not been collected.
  range ??= node.ownerDocument.createRange();
  range.setStart(node, offset);
  range.setEnd(node, Math.min(node.length, offset + 1));
  const rect = range.getClientRects()[0] ?? range.getBoundingClientRect();
  const parent = node.parentElement;
  const style = parent && node.ownerDocument.defaultView?.getComputedStyle(parent);
  const lineHeight = Number.parseFloat(style?.lineHeight ?? '') || rect.height;
  return rect.top - (lineHeight - rect.height) / 2;
}

/** Text nodes, and elements that take a place in a line without text. */
function* leavesOf(element: Element, apart: ReadonlySet<Element>): Generator<Text | Element> {
  for (const node of element.childNodes) {
    if (node.nodeType === node.TEXT_NODE) yield node as Text;
    else if (!isElement(node) || apart.has(node)) continue;
    else if (node.matches('img, input')) yield node;
    else yield* leavesOf(node, apart);
  }
}

function isElement(node: Node): node is Element {
  return node.nodeType === node.ELEMENT_NODE;
}

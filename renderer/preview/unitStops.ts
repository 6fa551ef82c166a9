import type { LineAnchor } from '#markdown/types.ts';
import type { PlacedUnit } from './pageNodes.ts';
import type { Stop } from './stops.ts';
import { elementsOf, lineStarts, yOfText } from './textLines.ts';

/** The stops of one unit that stands in the page, ascending by line, one for each line that has a place of its own. */
export function unitStops(placed: PlacedUnit): Stop[] {
  const elements = elementsOf(placed.nodes ?? []);
  const anchored = new Set<Element>();
  for (const { element } of placed.unit.anchors) {
    const at = elements[element];
    if (at) anchored.add(at);
  }

  const starts = new Map<number, Omit<Stop, 'line'>>();
  const ends = new Map<number, () => number>();
  const begin: Begin = (line, y, running = false) => {
    if (!starts.has(line)) starts.set(line, { y, running });
  };
  const end = (line: number, y: () => number) => {
    // Of blocks that end together the outermost, told first, has the lowest edge.
    if (!ends.has(line)) ends.set(line, y);
  };

  const top = elements[0];
  if (top) begin(0, () => top.getBoundingClientRect().top);
  const anchors = [...placed.unit.anchors].sort((one, other) => one.element - other.element);
  for (const anchor of anchors) {
    const element = elements[anchor.element];
    if (!element) continue;
    if (anchor.kind === 'rows') rowStops(anchor, element, begin);
    if (anchor.kind === 'flow') flowStops(anchor, element, anchored, begin);
    if (anchor.kind === 'block') begin(anchor.line, () => element.getBoundingClientRect().top);
    end(anchor.line + anchor.lines, () => bottomOf(element));
  }
  for (const [line, y] of ends) begin(line, y);

  return [...starts]
    .map(([line, stop]) => ({ line: placed.line + line, ...stop }))
    .sort((one, other) => one.line - other.line);
}

/** An element's lower edge, in px of the viewport. */
export function bottomOf(element: Element): number {
  return element.getBoundingClientRect().bottom;
}

type Begin = (line: number, y: () => number, running?: boolean) => void;

/** Code: rows of one height, unless it wraps. */
function rowStops(anchor: LineAnchor, element: Element, begin: Begin): void {
  let starts: ReturnType<typeof lineStarts> | null = null;
  for (let row = 0; row < anchor.lines; row += 1) {
    begin(anchor.line + row, () => {
      const box = textBox(element);
      const even = Math.abs(box.height - box.lineHeight * anchor.lines) < box.lineHeight / 2;
      if (even || row === 0) return box.top + row * (even ? box.height / anchor.lines : 0);
      starts ??= lineStarts(element, anchor.lines, new Set());
      const start = starts[row - 1];
      return start ? yOfText(start) : box.top + (row * box.height) / anchor.lines;
    });
  }
}

/** Running text: a line starts in the row that holds its first character. */
function flowStops(
  anchor: LineAnchor,
  element: Element,
  anchored: ReadonlySet<Element>,
  begin: Begin,
): void {
  begin(anchor.line, () => textBox(element).top);
  if (anchor.lines < 2) return;
  const starts = lineStarts(element, anchor.lines, anchored);
  starts.forEach((start, index) => {
    begin(anchor.line + index + 1, () => yOfText(start), true);
  });
}

/** Where an element's text rows are: its content box, or for inline code the box of its rows. */
function textBox(element: Element): { top: number; height: number; lineHeight: number } {
  const view = element.ownerDocument.defaultView!;
  const style = view.getComputedStyle(element);
  const rect = element.getBoundingClientRect();
  const lineHeight = Number.parseFloat(style.lineHeight) || rect.height;
  if (style.display === 'inline') {
    const first = element.getClientRects()[0];
    const leading = first ? (lineHeight - first.height) / 2 : 0;
    return { top: rect.top - leading, height: rect.height + 2 * leading, lineHeight };
  }
  const above = Number.parseFloat(style.borderTopWidth) + Number.parseFloat(style.paddingTop);
  const below = Number.parseFloat(style.borderBottomWidth) + Number.parseFloat(style.paddingBottom);
  return { top: rect.top + above, height: rect.height - above - below, lineHeight };
}

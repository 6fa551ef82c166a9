import type { Text as Source } from '@codemirror/state';
import type { LineAnchor } from '#markdown/types.ts';
import type { LineGeometry } from './lineGeometry.ts';
import type { PlacedUnit } from './pageNodes.ts';
import { sourcePosition, wordAt } from './sourcePosition.ts';
import { elementsOf, newlinesBefore } from './textLines.ts';

/** Where a click on the page belongs in the source. */
export interface SourceClick {
  /** From 0. */
  readonly line: number;
  /** The source line's text. */
  readonly text: string;
  /** The column in it where the cursor belongs, in UTF-16 units. */
  readonly offset: number;
}

export interface ClickTargets {
  /** A place in the text was clicked. Not told for links, controls, or when the writer was selecting. */
  onPlace(click: SourceClick): void;
  /** A link that leads out of the page, as the essay writes it. */
  onLink(url: string): void;
  /** A link to a place in the page. */
  onAnchor(element: Element): void;
}

const outside = /^(?:https?|mailto):/i;
const ownBehaviour = 'a, summary, input, button, select, textarea';

/** Listens for clicks in the page. The frame itself never goes anywhere. */
export function listenForClicks(
  document: Document,
  geometry: LineGeometry,
  source: () => Source,
  targets: ClickTargets,
): void {
  let pressed = { x: 0, y: 0 };

  document.addEventListener('mousedown', (event) => {
    pressed = { x: event.clientX, y: event.clientY };
  });
  document.addEventListener('auxclick', (event) => {
    if (linkAt(event)) event.preventDefault();
  });
  document.addEventListener('click', (event) => {
    const link = linkAt(event);
    if (link) {
      event.preventDefault();
      follow(link);
      return;
    }
    const moved = Math.hypot(event.clientX - pressed.x, event.clientY - pressed.y) > 4;
    const selecting = document.getSelection()?.isCollapsed === false;
    if (moved || selecting || event.button !== 0 || event.detail > 1) return;
    if (elementAt(event)?.closest(ownBehaviour)) return;
    const click = sourceClick(document, event, geometry, source());
    if (click) targets.onPlace(click);
  });

  function follow(link: Element): void {
    const href = link.getAttribute('href')?.trim() ?? '';
    if (outside.test(href)) targets.onLink(href);
    if (!href.startsWith('#')) return;
    const id = href.slice(1);
    const element = document.getElementById(id) ?? document.getElementById(decoded(id));
    if (element) targets.onAnchor(element);
  }
}

function sourceClick(
  document: Document,
  event: MouseEvent,
  geometry: LineGeometry,
  source: Source,
): SourceClick | null {
  const caret = document.caretPositionFromPoint(event.clientX, event.clientY);
  const node = caret?.offsetNode;
  const placed = node ? geometry.unitOf(node) : null;
  const view = document.defaultView;
  if (!caret || !node || !placed || !view) {
    const line = Math.floor(geometry.lineAt(event.clientY + (view?.scrollY ?? 0)));
    return line < 0 ? null : at(source, line, null);
  }
  const { first, lines, pageText, offset } = lineOfCaret(placed, node, caret.offset);
  const clicked = wordAt(pageText, offset);
  // A block whose lines cannot be told apart: the first of them that has the word.
  for (let line = first; clicked && line < first + lines; line += 1) {
    if (lineText(source, line).includes(clicked.word)) return at(source, line, clicked);
  }
  return at(source, first, clicked);
}

/** The source lines that a caret in the page may stand in, and the page's text of them. */
function lineOfCaret(
  placed: PlacedUnit,
  node: Node,
  offset: number,
): { first: number; lines: number; pageText: string; offset: number } {
  const elements = elementsOf(placed.nodes ?? []);
  const anchors = new Map<Element, LineAnchor>();
  for (const anchor of placed.unit.anchors) {
    const element = elements[anchor.element];
    if (element) anchors.set(element, anchor);
  }
  let holder: Element | null = node.nodeType === 1 ? (node as Element) : node.parentElement;
  while (holder && !anchors.has(holder) && !placed.nodes?.includes(holder)) {
    holder = holder.parentElement;
  }
  const anchor = holder ? anchors.get(holder) : undefined;
  const whole = holder?.textContent ?? '';
  const inWhole = holder ? offsetInText(holder, node, offset) : 0;
  if (!holder || !anchor || anchor.kind === 'block') {
    const first = placed.line + (anchor?.line ?? 0);
    return { first, lines: anchor?.lines ?? placed.unit.lines, pageText: whole, offset: inWhole };
  }
  const apart = new Set([...anchors.keys()].filter((element) => element !== holder));
  const newlines = Math.min(anchor.lines - 1, newlinesBefore(holder, { node, offset }, apart));
  const from = whole.lastIndexOf('\n', inWhole - 1) + 1;
  const to = whole.indexOf('\n', inWhole);
  return {
    first: placed.line + anchor.line + newlines,
    lines: 1,
    pageText: whole.slice(from, to < 0 ? undefined : to),
    offset: inWhole - from,
  };
}

function offsetInText(element: Element, node: Node, offset: number): number {
  const range = element.ownerDocument.createRange();
  range.setStart(element, 0);
  range.setEnd(node, offset);
  return range.toString().length;
}

function at(source: Source, line: number, clicked: ReturnType<typeof wordAt>): SourceClick {
  const within = Math.min(Math.max(0, line), source.lines - 1);
  const text = lineText(source, within);
  return { line: within, text, offset: sourcePosition(text, clicked) };
}

function lineText(source: Source, line: number): string {
  return line < source.lines ? source.line(line + 1).text : '';
}

function linkAt(event: MouseEvent): Element | null {
  return elementAt(event)?.closest('a[href]') ?? null;
}

function elementAt(event: MouseEvent): Element | null {
  const target = event.target as Node | null;
  return target?.nodeType === 1 ? (target as Element) : (target?.parentElement ?? null);
}

function decoded(id: string): string {
  try {
    return decodeURIComponent(id);
  } catch {
    return id;
  }
}

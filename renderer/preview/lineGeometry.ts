import type { PageNodes, PlacedUnit } from './pageNodes.ts';
import { lineOfY, type Stop, yOfLine } from './stops.ts';
import { bottomOf, unitStops } from './unitStops.ts';

/**
 * Source lines and places of the page, one from the other. Only what stands around the place asked for is measured.
 * The page's header is one line before line 0, and what stands below the text one line after the last.
 */
export interface LineGeometry {
  /** In px from the page's top. */
  yOf(line: number): number;
  /** Fractional, at a place in px from the page's top. */
  lineAt(y: number): number;
  /** Where the article ends, in px from the page's top. */
  end(): number;
  /** The unit that holds an element or text of the page. */
  unitOf(node: Node): PlacedUnit | null;
}

export function createLineGeometry(page: PageNodes): LineGeometry {
  const view = page.article.ownerDocument.defaultView!;
  const known = new WeakMap<PlacedUnit, { line: number; stops: Stop[] }>();
  /**
   * The index of the last unit with an element in the page that meets a condition which holds up to some unit and not
   * after; -1 for none. Few units have no element, so that the way from those to one that has is short.
   */
  function lastVisible(holds: (placed: PlacedUnit) => boolean): number {
    let low = 0;
    let high = page.filled();
    let last = -1;
    while (low < high) {
      const middle = (low + high) >> 1;
      const visible = visibleFrom(middle, high);
      if (visible < 0) {
        high = middle;
      } else if (holds(page.units[visible]!)) {
        last = visible;
        low = visible + 1;
      } else {
        high = middle;
      }
    }
    return last;
  }

  /** The first unit from `index` on, and before `end`, that has an element in the page; -1 for none. */
  function visibleFrom(index: number, end = page.filled()): number {
    for (let at = index; at < end; at += 1) if (isVisible(page.units[at]!)) return at;
    return -1;
  }

  function stopsOf(placed: PlacedUnit): Stop[] {
    const before = known.get(placed);
    if (before?.line === placed.line) return before.stops;
    const stops = unitStops(placed);
    known.set(placed, { line: placed.line, stops });
    return stops;
  }

  /** The stops from the visible unit at `index` to the next; from the page's top where there is no such unit. */
  function stopsFrom(index: number): Stop[] {
    const unit = page.units[index];
    const next = page.units[visibleFrom(index + 1)];
    if (!unit) {
      const top = next ? () => topOf(next) : () => bottomOf(page.article);
      const header = [
        { line: -1, y: () => -view.scrollY },
        { line: 0, y: top },
      ];
      return next ? [...header, { line: next.line, y: top }] : header;
    }
    if (next) {
      const own = stopsOf(unit).filter(({ line }) => line < next.line);
      return [...own, { line: next.line, y: () => topOf(next) }];
    }
    const { line, unit: last } = page.units.at(-1)!;
    const end = line + last.lines;
    const own = stopsOf(unit).filter((stop) => stop.line < end);
    return [...own, { line: end, y: () => bottomOfUnit(unit) }, { line: end + 1, y: lowest }];
  }

  /** What stands below the last line, footnotes above all, is one line more. */
  function lowest(): number {
    return view.document.documentElement.scrollHeight - view.innerHeight - view.scrollY;
  }

  return {
    yOf(line) {
      const index = lastVisible((placed) => placed.line <= line);
      return yOfLine(stopsFrom(index), line) + view.scrollY;
    },
    lineAt(y) {
      const inView = y - view.scrollY;
      const index = lastVisible((placed) => topOf(placed) <= inView + 0.75);
      return lineOfY(stopsFrom(index), inView);
    },
    end: () => bottomOf(page.article) + view.scrollY,
    unitOf(node) {
      let top: Node | null = node;
      while (top && top.parentNode !== page.article) top = top.parentNode;
      if (!top) return null;
      const reached = top;
      // The units' nodes stand in order, so that a comparison of places finds the one.
      const index = lastVisible(({ nodes }) => {
        const place = nodes![0]!.compareDocumentPosition(reached);
        return place === 0 || (place & reached.DOCUMENT_POSITION_FOLLOWING) !== 0;
      });
      const placed = page.units[index];
      return placed?.nodes?.includes(reached as ChildNode) ? placed : null;
    },
  };
}

function isVisible({ nodes }: PlacedUnit): boolean {
  return nodes?.some((node) => node.nodeType === node.ELEMENT_NODE) ?? false;
}

function topOf(placed: PlacedUnit): number {
  return elementsIn(placed)[0]?.getBoundingClientRect().top ?? 0;
}

function bottomOfUnit(placed: PlacedUnit): number {
  const last = elementsIn(placed).at(-1);
  return last ? bottomOf(last) : 0;
}

function elementsIn({ nodes }: PlacedUnit): Element[] {
  return (nodes ?? []).filter((node): node is ChildNode & Element => node.nodeType === 1);
}

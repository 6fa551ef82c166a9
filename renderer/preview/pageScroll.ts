import type { LineGeometry } from './lineGeometry.ts';

/** What the page keeps in view. */
export interface Held {
  /** The fractional line at the top. */
  readonly top: number;
  /** A line that stays in view, even where `top` then cannot be at the top; null for none. */
  readonly inView: number | null;
  /** How far the page is drawn from `top` towards its end, from 0 to 1, where that is below the fold. */
  readonly nearEnd: number;
}

/** Scrolls the frame by source lines, and keeps its place while what is shown changes. */
export interface PageScroll {
  hold(held: Held): void;
  /** Says what is to be held once the page has changed; nothing moves yet. */
  expect(held: Held): void;
  /** What is held now: what was asked for last, or what the writer scrolled to since. */
  held(): Held;
  topLine(): number;
  /** Puts things back in place: the page, its size or its type has changed. */
  settle(): void;
}

/** `reached` says whether a line stands in the page already; `onScroll` is told when the writer scrolls. */
export function createPageScroll(
  view: Window,
  geometry: LineGeometry,
  start: Held,
  reached: (line: number) => boolean,
  onScroll: () => void,
): PageScroll {
  let held = start;
  let atTop = true;
  // Where the studio left the page: a scroll event from there is its own echo, from elsewhere it is the writer's.
  let leftAt: number | null = null;

  view.document.addEventListener('scroll', () => {
    if (view.innerHeight === 0) return;
    if (leftAt !== null && Math.abs(view.scrollY - leftAt) < 1.5) return;
    leftAt = null;
    atTop = true;
    held = { top: geometry.lineAt(view.scrollY), inView: null, nearEnd: 0 };
    onScroll();
  });

  function settle(): void {
    if (view.innerHeight === 0 || !reached(held.top)) return;
    const top = geometry.yOf(held.top);
    const led = held.nearEnd > 0 ? drawnToEnd(top, held.nearEnd) : top;
    const y = held.inView === null ? led : keepInView(led, held.inView);
    atTop = y === top;
    const root = view.document.documentElement;
    const target = Math.max(0, Math.min(y, root.scrollHeight - view.innerHeight));
    if (Math.abs(view.scrollY - target) >= 0.5) view.scrollTo({ top: target, behavior: 'instant' });
    leftAt = view.scrollY;
  }

  function drawnToEnd(y: number, share: number): number {
    if (!reached(Number.POSITIVE_INFINITY)) return y;
    // Slowly at first: what both panes show there are still the same lines.
    return y + share ** 2 * Math.max(0, geometry.end() - view.innerHeight - y);
  }

  function keepInView(y: number, line: number): number {
    if (!reached(line + 1)) return y;
    const lowest = geometry.yOf(line);
    const highest = geometry.yOf(line + 1) - view.innerHeight + margin;
    // A line taller than the frame shows its end, where the cursor most often is.
    return Math.max(Math.min(y, lowest), highest);
  }

  return {
    hold(next) {
      held = next;
      settle();
    },
    expect(next) {
      held = next;
    },
    held: () => held,
    topLine: () => (atTop || view.innerHeight === 0 ? held.top : geometry.lineAt(view.scrollY)),
    settle,
  };
}

/** Room below a line that is kept in view, in px. */
const margin = 24;

import type { PagePatch, Unit } from '#markdown/types.ts';
import { createLayoutGroups } from './layoutGroups.ts';
import type { Page } from './messages.ts';
import { copyAttributes, morphNodes } from './morphNodes.ts';

/** A unit as it stands in the page. */
export interface PlacedUnit {
  readonly unit: Unit;
  /** First source line, from 0, kept up to date by patches. */
  line: number;
  /** Its top-level nodes; null while it waits to be filled in. */
  nodes: readonly ChildNode[] | null;
}

/**
 * The article in the frame, kept node for node what parsing the export gives, patch by patch.
 * A long page is filled in by and by: the first screens at once, the rest while the window is idle.
 */
export interface PageNodes {
  readonly article: HTMLElement;
  readonly units: readonly PlacedUnit[];
  /** Units that stand in the page already, counted from the first; equals `units.length` when it is whole. */
  filled(): number;
  /** Shows another page. Where `keep` is true, units that are the same keep their nodes. */
  show(page: Page, keep: boolean): void;
  patch(patch: PagePatch): void;
  /** Replaces the article's own tag and header: `<article ...><header>...`, closed or not. */
  open(opening: string): void;
  destroy(): void;
}

const firstFill = 48_000;
const idleFill = 64_000;
/** Characters of HTML that an edit may add to the page in one go. */
const mostAtOnce = 256_000;

export function createPageNodes(document: Document): PageNodes {
  const article = document.createElement('article');
  const units: PlacedUnit[] = [];
  let filled = 0;
  let opening = '';
  let openingNodes: readonly ChildNode[] = [];
  let footnotes = '';
  let footnoteNodes: readonly ChildNode[] = [];
  let idle = 0;

  const groups = createLayoutGroups(article);
  document.body.replaceChildren(article);

  // One for all: the browser keeps every range right at every change of the page for as long as it has not been collected.
  const context = document.createRange();
  context.selectNodeContents(article);
  const parse = (html: string) => context.createContextualFragment(html);

  function insert(html: string, before: ChildNode | null): ChildNode[] {
    if (html === '') return [];
    const fragment = parse(html);
    const nodes = [...fragment.childNodes];
    article.insertBefore(fragment, before);
    return nodes;
  }

  function fill(characters: number): void {
    const before = footnoteNodes[0] ?? null;
    let left = characters;
    while (filled < units.length && left > 0) {
      const placed = units[filled]!;
      placed.nodes = insert(placed.unit.html, before);
      left -= placed.unit.html.length + 100;
      filled += 1;
    }
  }

  function fillWhenIdle(): void {
    cancelIdleCallback(idle);
    if (filled === units.length) return;
    idle = requestIdleCallback(
      (deadline) => {
        do fill(idleFill);
        while (filled < units.length && deadline.timeRemaining() > 8);
        groups.arrange();
        fillWhenIdle();
      },
      { timeout: 100 },
    );
  }

  function setOpening(next: string): void {
    if (next === opening) return;
    opening = next;
    const parsed = parse(next).querySelector('article');
    if (!parsed) return;
    copyAttributes(article, parsed);
    const after = openingNodes.at(-1)?.nextSibling ?? article.firstChild;
    openingNodes = morphNodes(article, openingNodes, [...parsed.childNodes], after);
  }

  function setFootnotes(next: string): void {
    if (next === footnotes) return;
    footnotes = next;
    footnoteNodes = morphNodes(article, footnoteNodes, [...parse(next).childNodes], null);
  }

  function replaceUnits(from: number, to: number, next: readonly Unit[]): void {
    const removed = units.slice(from, to);
    const placed: PlacedUnit[] = next.map((unit) => ({ unit, line: unit.line, nodes: null }));
    const filledBefore = filled;
    const before = firstNode(units, to) ?? footnoteNodes[0] ?? null;
    spliceInto(units, from, to, placed);
    if (to > filledBefore || isMuch(next.slice(removed.length))) {
      // What reaches past what is filled in, or is too much at once, is left to the filling, with all after it.
      for (const { nodes } of removed) if (nodes) remove(nodes);
      for (const later of units.slice(from)) {
        if (later.nodes) remove(later.nodes);
        later.nodes = null;
      }
      filled = Math.min(from, filledBefore);
      return;
    }
    filled = filledBefore - removed.length + placed.length;
    placed.forEach((unit, index) => {
      const old = removed[index]?.nodes ?? [];
      const after = old.at(-1)?.nextSibling ?? firstNode(removed, index + 1) ?? before;
      unit.nodes = morphNodes(article, old, [...parse(unit.unit.html).childNodes], after);
    });
    for (const { nodes } of removed.slice(placed.length)) if (nodes) remove(nodes);
  }

  return {
    article,
    units,
    filled: () => filled,
    show(page, keep) {
      if (keep) {
        const { from, to, next } = differingUnits(units, page.units);
        replaceUnits(from, to, next);
        units.forEach((placed, index) => {
          placed.line = page.units[index]!.line;
        });
      } else {
        for (const { nodes } of units) if (nodes) remove(nodes);
        units.length = 0;
        filled = 0;
        spliceInto(
          units,
          0,
          0,
          page.units.map((unit) => ({ unit, line: unit.line, nodes: null })),
        );
        fill(firstFill);
      }
      setFootnotes(page.footnotes);
      groups.arrange();
      fillWhenIdle();
    },
    patch(patch) {
      // From the last on, so that the places of the others hold.
      for (const { from, to, units: next } of patch.runs.toReversed()) replaceUnits(from, to, next);
      let { firstLine: line } = patch;
      for (const placed of units) {
        placed.line = line;
        line += placed.unit.lines;
      }
      for (const { index, unit } of patch.touched) replaceUnits(index, index + 1, [unit]);
      if (patch.footnotes !== null) setFootnotes(patch.footnotes);
      groups.arrange();
      fillWhenIdle();
    },
    open: setOpening,
    destroy() {
      groups.destroy();
      cancelIdleCallback(idle);
    },
  };
}

function isMuch(units: readonly Unit[]): boolean {
  let characters = 0;
  for (const { html } of units) characters += html.length + 100;
  return characters > mostAtOnce;
}

function remove(nodes: readonly ChildNode[]): void {
  for (const node of nodes) node.remove();
}

/** The first node that stands in the page of the units from `index` on. */
function firstNode(units: readonly PlacedUnit[], index: number): ChildNode | null {
  for (let at = index; at < units.length; at += 1) {
    const { nodes } = units[at]!;
    if (nodes === null) return null;
    if (nodes[0]) return nodes[0];
  }
  return null;
}

/** `splice` without spreading a long list over the stack. */
function spliceInto<T>(list: T[], from: number, to: number, next: readonly T[]): void {
  const tail = list.slice(to);
  list.length = from;
  for (const item of next) list.push(item);
  for (const item of tail) list.push(item);
}

/** The one run of units that has to change for `before` to become `after`. */
function differingUnits(
  before: readonly PlacedUnit[],
  after: readonly Unit[],
): { from: number; to: number; next: readonly Unit[] } {
  const shorter = Math.min(before.length, after.length);
  let from = 0;
  while (from < shorter && sameUnit(before[from]!.unit, after[from]!)) from += 1;
  let end = 0;
  while (end < shorter - from && sameUnit(before.at(-1 - end)!.unit, after.at(-1 - end)!)) end += 1;
  return { from, to: before.length - end, next: after.slice(from, after.length - end) };
}

function sameUnit(one: Unit, other: Unit): boolean {
  if (one.html !== other.html || one.lines !== other.lines) return false;
  if (one.anchors.length !== other.anchors.length) return false;
  return one.anchors.every((anchor, index) => {
    const twin = other.anchors[index]!;
    return (
      anchor.line === twin.line &&
      anchor.lines === twin.lines &&
      anchor.element === twin.element &&
      anchor.kind === twin.kind
    );
  });
}

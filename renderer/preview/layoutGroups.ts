/**
 * Has the browser lay out and paint an article's top-level nodes in groups, so that an edit costs the work of its
 * group and not that of the whole page. Nothing shows of it: the groups are slots in a shadow tree, as plain as a
 * `div`, and the article's own tree stays as it is. A node is seen only once it is in a group.
 */
export interface LayoutGroups {
  /** To be called after top-level nodes came or went, where they are measured before the next turn. */
  arrange(): void;
  destroy(): void;
}

/** How far beyond the window a group counts as near it, in heights of the window. */
const near = '100%';

/** A group is parted when it has grown to more than twice as many nodes. */
const nodesOfGroup = 30;

export function createLayoutGroups(article: HTMLElement): LayoutGroups {
  const root = article.attachShadow({ mode: 'closed', slotAssignment: 'manual' });
  const groupOf = new WeakMap<Node, HTMLSlotElement>();
  const changes = new MutationObserver(arrange);
  changes.observe(article, { childList: true });
  const document = article.ownerDocument;
  const window = document.defaultView!;
  root.adoptedStyleSheets.push(farFromView(window));
  const bar = scrollBar(document);
  root.append(bar);
  const nearness = new window.IntersectionObserver(
    (entries) => {
      for (const { target, isIntersecting } of entries) {
        target.classList.toggle('far', !isIntersecting);
        target.classList.toggle('bare', !isIntersecting && bar.offsetHeight === bar.clientHeight);
      }
    },
    { root: document, rootMargin: `${near} 0%` },
  );

  function arrange(records: readonly MutationRecord[]): void {
    const added = new Set<Node>();
    const touched = new Set<HTMLSlotElement>();
    for (const { addedNodes, removedNodes } of records) {
      for (const node of [...removedNodes, ...addedNodes]) {
        const group = groupOf.get(node);
        if (group) touched.add(group);
        groupOf.delete(node);
        if (node.parentNode === article) added.add(node);
      }
    }
    const fresh = new Map<HTMLSlotElement, Node>();
    for (const node of added) {
      const group = groupBeside(node) ?? newGroup(null);
      groupOf.set(node, group);
      fresh.set(group, node);
    }
    for (const group of new Set([...touched, ...fresh.keys()])) {
      const member = fresh.get(group) ?? group.assignedNodes().find(isIn(group));
      show(group, member ? run(member, isIn(group)) : []);
    }
  }

  const isIn = (group: HTMLSlotElement) => (node: Node) => groupOf.get(node) === group;

  /** The group of the next grouped node before, else after: a group's nodes stand side by side. */
  function groupBeside(node: Node): HTMLSlotElement | undefined {
    let before = node.previousSibling;
    while (before && !groupOf.has(before)) before = before.previousSibling;
    if (before) return groupOf.get(before);
    let after = node.nextSibling;
    while (after && !groupOf.has(after)) after = after.nextSibling;
    return after ? groupOf.get(after) : undefined;
  }

  function newGroup(after: HTMLSlotElement | null): HTMLSlotElement {
    const group = document.createElement('slot');
    // A layer of its own, so that what overflows is looked for in the group alone; with a transform, so that a group
    // which moves is not gone through box by box to tell each where it is now.
    group.style.cssText = 'display: block; position: relative; transform: translate(0)';
    root.insertBefore(group, after ? after.nextSibling : null);
    nearness.observe(group);
    return group;
  }

  function show(group: HTMLSlotElement, nodes: readonly (Element | Text)[]): void {
    if (nodes.length === 0) {
      nearness.unobserve(group);
      group.remove();
    }
    const size = nodes.length > 2 * nodesOfGroup ? nodesOfGroup : nodes.length;
    let last: HTMLSlotElement | null = null;
    for (let from = 0; from < nodes.length; from += size) {
      const part = nodes.slice(from, from + size);
      last = last ? newGroup(last) : group;
      for (const node of part) groupOf.set(node, last);
      last.assign(...part);
    }
  }

  return {
    arrange: () => arrange(changes.takeRecords()),
    destroy() {
      changes.disconnect();
      nearness.disconnect();
    },
  };
}

/**
 * The browser goes through every box that can be scrolled at each of the window's frames, hundreds where there is much
 * code, to see what is pointed at and what to draw as a layer. What is out of view needs neither: nothing can point at
 * it, and where a scroll bar takes no room, its boxes are as high without.
 */
function farFromView(window: Window & typeof globalThis): CSSStyleSheet {
  const style = new window.CSSStyleSheet();
  style.replaceSync(`
    .far { pointer-events: none }
    .bare::slotted(:is(pre, table)) { overflow: clip !important }
  `);
  return style;
}

/** Nothing to be seen, with a scroll bar as this system draws it. */
function scrollBar(document: Document): HTMLElement {
  const bar = document.createElement('div');
  bar.style.cssText = 'position: absolute; visibility: hidden; width: 1px; overflow-x: scroll';
  return bar;
}

/** The nodes around `member` that belong together with it, in order. */
function run(member: Node, belongs: (node: Node) => boolean): (Element | Text)[] {
  let first = member;
  while (first.previousSibling && belongs(first.previousSibling)) first = first.previousSibling;
  const nodes: (Element | Text)[] = [];
  for (let node: Node | null = first; node && belongs(node); node = node.nextSibling) {
    // Nothing else can stand in a slot; comments show nothing.
    if (node.nodeType === node.ELEMENT_NODE || node.nodeType === node.TEXT_NODE) {
      nodes.push(node as Element | Text);
    }
  }
  return nodes;
}

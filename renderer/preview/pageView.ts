import type { Text } from '@codemirror/state';
import { forwardKeys } from './frameKeys.ts';
import { createLineGeometry } from './lineGeometry.ts';
import { listenForClicks, type SourceClick } from './pageClicks.ts';
import { createPageNodes, type PageNodes } from './pageNodes.ts';
import { createPageScroll, type Held, type PageScroll } from './pageScroll.ts';

/** One loaded frame with its article, and all that listens in it. */
export interface PageView {
  readonly nodes: PageNodes;
  readonly scroll: PageScroll;
  destroy(): void;
}

export interface PageViewEvents {
  onScroll(): void;
  onPlace(click: SourceClick): void;
  onLink(url: string): void;
}

export function createPageView(
  document: Document,
  frame: HTMLIFrameElement,
  held: Held,
  source: () => Text,
  events: PageViewEvents,
): PageView {
  const view = document.defaultView!;
  const nodes = createPageNodes(document);
  const geometry = createLineGeometry(nodes);
  const reached = (line: number) => {
    const next = nodes.units[nodes.filled()];
    return !next || line < next.line;
  };
  const scroll = createPageScroll(view, geometry, held, reached, events.onScroll);
  listenForClicks(document, geometry, source, {
    onPlace: events.onPlace,
    onLink: events.onLink,
    onAnchor: (element) => element.scrollIntoView({ block: 'start', behavior: 'instant' }),
  });
  forwardKeys(document, frame);
  // What was filled in, fonts, pictures and the width of the pane move what stands on the page.
  const sizes = new ResizeObserver(() => scroll.settle());
  sizes.observe(nodes.article);
  sizes.observe(frame);

  return {
    nodes,
    scroll,
    destroy() {
      sizes.disconnect();
      nodes.destroy();
    },
  };
}

/** The frame that shows the page: no script runs in it and nothing is fetched by it, whatever its HTML says. */
export interface PageFrame {
  readonly element: HTMLIFrameElement;
  /** The frame's document and window once its page stands; null until then and after the frame was taken out. */
  document(): Document | null;
  /** Calls back each time the frame has a new, empty page: once, and again whenever it was moved in the window. */
  onLoad(listener: (document: Document) => void): void;
}

/** Images are the essay's own data, or the library's by the names that a published page has for them. */
function policyFor(origin: string): string {
  return `default-src 'none'; style-src 'unsafe-inline'; img-src data: ${origin}/images/; font-src data:`;
}

/**
 * What only the studio's page has. It leaves the article's own box as it is: room below, so that every line can stand
 * at the top, and scrolling is kept in place by line, not by the browser's guess. Code and tables that scroll are
 * painted after the text: between it, each would part the text into another layer, to be made anew at every key.
 */
const frameStyle = `
html { overflow-y: scroll; overflow-anchor: none; padding-bottom: calc(100vh - 3rem); }
body { outline: none; }
pre, table { isolation: isolate; }
.plain-source { margin: 0; padding: 0; background: none; white-space: pre-wrap; overflow-wrap: anywhere; }
.plain-source.piece { content-visibility: auto; contain-intrinsic-height: auto 300rem; }
`;

/** Puts the frame into `parent`, with the published page's style as the export inlines it. */
export function createPageFrame(parent: HTMLElement, style: string): PageFrame {
  const element = parent.ownerDocument.createElement('iframe');
  element.title = 'Page';
  element.setAttribute('sandbox', 'allow-same-origin');
  // Until the style stands, an empty document would flash in the wrong colour.
  element.style.visibility = 'hidden';
  element.style.border = '0';
  element.srcdoc = emptyPage(style, policyFor(parent.ownerDocument.location.origin));

  const listeners: ((document: Document) => void)[] = [];
  let document: Document | null = null;
  element.addEventListener('load', () => {
    const loaded = element.contentDocument;
    if (!loaded?.querySelector('meta[http-equiv]')) return;
    document = loaded;
    element.style.visibility = '';
    for (const listener of listeners) listener(loaded);
  });
  parent.append(element);

  return {
    element,
    document: () => (document === element.contentDocument ? document : null),
    onLoad: (listener) => listeners.push(listener),
  };
}

function emptyPage(style: string, policy: string): string {
  return `<!doctype html><html><head><meta charset="utf-8"><meta http-equiv="Content-Security-Policy" content="${policy}"><title>Page</title><style>${style}</style><style>${frameStyle}</style></head><body tabindex="-1"></body></html>`;
}

import type { Drawing } from '#contract/drawings.ts';
import type { ToDraw } from './messages.ts';

/** Draws a diagram. Rejects where that could not be tried: not for a source that is wrong. */
export type DrawDiagram = (source: string) => Promise<Drawing>;

/** How long the frame may take to load, and to draw one diagram, in ms. */
const patience = 30_000;

/** How long its first word may take once it has loaded, in ms. */
const silence = 2_000;

/**
 * Draws in a frame that has no origin, reaches no network and holds nothing of the studio's: whatever a source makes of
 * what draws it, only a text comes out. The frame opens with the first diagram, since what draws is larger than all the
 * rest of the window, and a new one opens after one that did not answer. `pageStyle` is the published page's, whose type
 * faces a drawing is measured with.
 */
export function createDrawingFrame(pageStyle: () => string): DrawDiagram {
  let last: Promise<unknown> = Promise.resolve();
  let open: Promise<Frame> | null = null;

  async function draw(source: string): Promise<Drawing> {
    open ??= openFrame(pageStyle());
    const opening = open;
    try {
      const { port } = await opening;
      const asked: ToDraw = { source, name: await nameOf(source) };
      return await inTime(
        new Promise<Drawing>((resolve) => {
          port.onmessage = ({ data }) => resolve(believed(data));
          port.postMessage(asked);
        }),
      );
    } catch (thrown) {
      open = null;
      void opening.then(
        ({ element }) => element.remove(),
        () => {},
      );
      throw thrown;
    }
  }

  return (source) => {
    const drawn = last.then(() => draw(source));
    last = drawn.catch(() => undefined);
    return drawn;
  };
}

interface Frame {
  readonly element: HTMLIFrameElement;
  readonly port: MessagePort;
}

async function openFrame(pageStyle: string): Promise<Frame> {
  const element = document.createElement('iframe');
  element.className = 'drawing-frame';
  element.title = 'Diagrams are drawn here';
  element.setAttribute('aria-hidden', 'true');
  element.setAttribute('sandbox', 'allow-scripts');
  element.inert = true;
  element.srcdoc = pageOf(pageStyle, `${location.origin}/drawing.js`);
  document.body.append(element);
  try {
    await inTime(wordFrom(element));
  } catch (thrown) {
    element.remove();
    throw thrown;
  }
  const { port1, port2 } = new MessageChannel();
  // It has no origin that could be named.
  element.contentWindow?.postMessage(null, '*', [port2]);
  return { element, port: port1 };
}

/**
 * Resolves once the frame's script has said that it runs, which may be heard a moment after the frame is told to have
 * loaded. Rejects where it is not: then its script could not be had, or did not run.
 */
function wordFrom(element: HTMLIFrameElement): Promise<void> {
  return new Promise((resolve, reject) => {
    const heard = ({ source }: MessageEvent) => {
      if (source !== element.contentWindow) return;
      removeEventListener('message', heard);
      resolve();
    };
    addEventListener('message', heard);
    element.addEventListener('load', () => {
      setTimeout(() => {
        removeEventListener('message', heard);
        reject(new Error('what draws it could not be loaded'));
      }, silence);
    });
  });
}

/** Styles are what a drawing is made with; script is the one file; everything else is refused. */
function pageOf(pageStyle: string, script: string): string {
  const policy = `default-src 'none'; script-src ${script}; style-src 'unsafe-inline'; font-src data:; base-uri 'none'; form-action 'none'`;
  const faces = (pageStyle.match(/@font-face\s*\{[^}]*\}/g) ?? []).join('\n');
  return `<!doctype html><html><head><meta charset="utf-8"><meta http-equiv="Content-Security-Policy" content="${policy}"><title>Diagrams</title><style>${faces}\nbody { width: 1200px; }</style></head><body><script src="${script}"></script></body></html>`;
}

/** What came of the frame, if it is a drawing by its shape; what is in one is cleaned wherever it is put into a page. */
function believed(said: unknown): Drawing {
  const { kind, light, dark, reason } = Object(said) as Record<string, unknown>;
  if (kind === 'drawn' && isText(light) && isText(dark)) return { kind, light, dark };
  if (kind === 'wrong' && isText(reason)) return { kind, reason: reason.slice(0, 200) };
  return { kind: 'wrong', reason: 'what was drawn is no drawing' };
}

function isText(value: unknown): value is string {
  return typeof value === 'string' && value.length <= 5_000_000;
}

function inTime<T>(awaited: Promise<T>): Promise<T> {
  return new Promise((resolve, reject) => {
    const late = setTimeout(() => reject(new Error('it took too long to draw')), patience);
    awaited.then(resolve, reject).finally(() => clearTimeout(late));
  });
}

/** Eight digits that follow from the source, so that no two drawings of a page share a name. */
async function nameOf(source: string): Promise<string> {
  const bytes = await crypto.subtle.digest('SHA-256', new TextEncoder().encode(source));
  return [...new Uint8Array(bytes, 0, 4)]
    .map((byte) => byte.toString(16).padStart(2, '0'))
    .join('');
}

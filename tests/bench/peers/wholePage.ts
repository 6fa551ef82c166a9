import { renderEssay } from '#markdown/renderEssay.ts';

/** A frame like the preview's. Gives a function that renders a text, puts the whole page into it, and tells how long that took until it was painted, in ms. */
export async function openWholePage(style: string, width: number, height: number) {
  const frame = document.createElement('iframe');
  frame.setAttribute('sandbox', 'allow-same-origin');
  Object.assign(frame.style, { width: `${width}px`, height: `${height}px`, border: '0' });
  frame.srcdoc = `<!doctype html><style>${style}</style><body><article></article></body>`;
  const loaded = new Promise((done) => frame.addEventListener('load', done, { once: true }));
  document.body.replaceChildren(frame);
  await loaded;
  const article = frame.contentDocument!.querySelector('article')!;

  return async (text: string): Promise<number> => {
    const start = performance.now();
    article.innerHTML = renderEssay(text).html;
    article.getBoundingClientRect();
    await painted();
    return performance.now() - start;
  };
}

/** Resolves after the next frame was painted. */
function painted(): Promise<void> {
  return new Promise((done) => {
    requestAnimationFrame(() => {
      const { port1, port2 } = new MessageChannel();
      port1.onmessage = () => done();
      port2.postMessage(null);
    });
  });
}

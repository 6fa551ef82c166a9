import { Worker } from 'node:worker_threads';
import type { Render, RenderedImages, RenderedText } from './render.ts';

/** To a thread: a source, by its number. */
export interface ToRender {
  readonly number: number;
  readonly source: string;
  readonly images: RenderedImages | undefined;
}

/** From a thread: the page of that number, or why there is none. */
export type Rendered =
  | { readonly number: number; readonly page: RenderedText }
  | { readonly number: number; readonly failure: string };

export interface Renderers {
  readonly render: Render;
  /** Waits until every thread has loaded what it renders with. Throws where one cannot start. */
  readonly ready: () => Promise<void>;
  readonly close: () => Promise<void>;
}

/**
 * Threads that render essays side by side while others are written. `workerUrl` is the built worker.ts. Each source
 * goes to the thread that has the least to do. A thread that ends fails what it was given.
 */
export function openRenderers(workerUrl: URL, threads: number): Renderers {
  const all = Array.from({ length: Math.max(1, threads) }, () => openThread(workerUrl));
  return {
    render: (source, images) =>
      all.reduce((a, b) => (b.waiting() < a.waiting() ? b : a)).render(source, images),
    ready: async () => {
      await Promise.all(all.map(({ render }) => render('')));
    },
    close: async () => {
      await Promise.all(all.map(({ close }) => close()));
    },
  };
}

function openThread(workerUrl: URL) {
  const worker = new Worker(workerUrl);
  // Waiting for nothing, it keeps no process alive.
  worker.unref();
  const waiting = new Map<
    number,
    { resolve: (page: RenderedText) => void; reject: (reason: Error) => void }
  >();
  let count = 0;
  let ended: Error | null = null;
  const fail = (reason: Error) => {
    ended ??= reason;
    for (const { reject } of waiting.values()) reject(reason);
    waiting.clear();
  };
  worker.on('message', (answer: Rendered) => {
    const asked = waiting.get(answer.number);
    waiting.delete(answer.number);
    if (waiting.size === 0) worker.unref();
    if ('page' in answer) asked?.resolve(answer.page);
    else asked?.reject(new Error(answer.failure));
  });
  worker.on('error', fail);
  worker.on('exit', () => fail(new Error('A thread that renders essays has ended.')));
  return {
    waiting: () => waiting.size,
    render: (source: string, images?: RenderedImages) =>
      new Promise<RenderedText>((resolve, reject) => {
        if (ended) return reject(ended);
        const number = count++;
        waiting.set(number, { resolve, reject });
        worker.ref();
        worker.postMessage({ number, source, images } satisfies ToRender);
      }),
    close: async () => {
      await worker.terminate();
    },
  };
}

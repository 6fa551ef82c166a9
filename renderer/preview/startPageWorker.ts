import type { PageAnswer, PageRequest } from './messages.ts';
import type { StartWorker } from './pageWorker.ts';

/** Starts a worker of the browser. */
export const startPageWorker: StartWorker = (onAnswer, onCrash) => {
  const worker = new Worker(new URL('./worker.ts', import.meta.url), { type: 'module' });
  worker.addEventListener('message', ({ data }: MessageEvent<PageAnswer>) => onAnswer(data));
  worker.addEventListener('error', (event) => onCrash(event.message));
  return {
    send: (request: PageRequest) => worker.postMessage(request),
    kill: () => worker.terminate(),
  };
};

import type { Worker } from 'node:worker_threads';
import { StudioError } from '#contract/errors.ts';
import type { SearchAnswer } from '#contract/search.ts';
import { startLibraryThread, stopLibraryThread } from '../libraryThread.ts';
import type { FromWorker, SearchWorkerData, ToWorker } from './messages.ts';

export interface Search {
  /**
   * Essays outside the trash that hold every word of `text`, the last as the beginning of a word, best
   * first; nothing for a text without words. What the index lacks yet is not waited for: the answer says
   * that it is not up to date. Only the newest question counts: one that another overtakes before its
   * turn rejects with `cancelled`.
   */
  readonly find: (search: {
    readonly text: string;
    readonly limit: number;
  }) => Promise<SearchAnswer>;
  /** Says that the library was written to. Returns at once; the index follows after a pause in the writing. */
  readonly refresh: () => void;
  /** Resolves once everything written before can be found. */
  readonly caughtUp: () => Promise<void>;
  readonly close: () => Promise<void>;
}

/** Milliseconds without another write before the index follows; a question makes it follow at once. */
const pause = 2000;

/**
 * Searches the library at `libraryPath` in a worker thread, with an index of its own beside the library.
 * `workerUrl` is the URL of worker.ts, or of what it was bundled to. A worker that dies rejects what
 * was asked of it with `unexpected`, and the next question starts another.
 */
export function openSearch(libraryPath: string, workerUrl: URL): Search {
  let worker: Worker | null = null;
  let timer: NodeJS.Timeout | undefined;
  let isClosed = false;
  let asked = 0;
  const asks = new Map<number, Ask>();
  let running: Promise<unknown> | null = null;
  let next: { readonly start: () => void; readonly drop: () => void } | null = null;

  function started(): Worker {
    if (worker !== null) return worker;
    const workerData: SearchWorkerData = { libraryPath };
    const begun = startLibraryThread(workerUrl, workerData, (thread) => {
      thread.postMessage({ kind: 'close' } satisfies ToWorker);
    });
    begun.on('message', (message: FromWorker) => settle(asks, message));
    begun.on('error', (error) => fail(begun, error));
    begun.on('exit', () => fail(begun, null));
    worker = begun;
    return begun;
  }

  function fail(failed: Worker, cause: Error | null): void {
    // A worker that fails also exits: by then another may have been started.
    if (worker !== failed) return;
    worker = null;
    for (const ask of asks.values()) ask.reject(stopped(cause));
    asks.clear();
  }

  function ask<T>(message: (ask: number) => ToWorker): Promise<T> {
    if (isClosed) return Promise.reject(stopped(null));
    return new Promise<T>((resolve, reject) => {
      asked++;
      asks.set(asked, { resolve: resolve as Ask['resolve'], reject });
      started().postMessage(message(asked));
    });
  }

  function find(search: { readonly text: string; readonly limit: number }) {
    next?.drop();
    next = null;
    const start = () => {
      const answer = ask<SearchAnswer>((number) => ({ kind: 'find', ask: number, ...search }));
      running = answer
        .catch(() => {})
        .then(() => {
          running = null;
          const following = next;
          next = null;
          following?.start();
        });
      return answer;
    };
    if (running === null) return start();
    return new Promise<SearchAnswer>((resolve, reject) => {
      next = { start: () => resolve(start()), drop: () => reject(overtaken()) };
    });
  }

  return {
    find,
    refresh() {
      clearTimeout(timer);
      if (isClosed) return;
      timer = setTimeout(
        () => started().postMessage({ kind: 'refresh' } satisfies ToWorker),
        pause,
      );
      timer.unref();
    },
    caughtUp: () => ask((number) => ({ kind: 'catchUp', ask: number })),
    async close() {
      isClosed = true;
      clearTimeout(timer);
      next?.drop();
      next = null;
      if (worker !== null) await stopLibraryThread(worker);
    },
  };
}

interface Ask {
  readonly resolve: (value: unknown) => void;
  readonly reject: (reason: StudioError) => void;
}

function settle(asks: Map<number, Ask>, message: FromWorker): void {
  const ask = asks.get(message.ask);
  asks.delete(message.ask);
  switch (message.kind) {
    case 'found':
      ask?.resolve(message.answer);
      return;
    case 'caughtUp':
      ask?.resolve(undefined);
      return;
    case 'failed':
      ask?.reject(new StudioError(message.error.code, message.error.message, message.error.advice));
  }
}

function overtaken(): StudioError {
  return new StudioError('cancelled', 'A newer search took the place of this one.');
}

function stopped(cause: Error | null): StudioError {
  return new StudioError(
    'unexpected',
    'Searching stopped while it was looking.',
    'Search again; the essays are not affected.',
    { cause },
  );
}

import type { Worker } from 'node:worker_threads';
import { StudioError } from '#contract/errors.ts';
import type { EssayId } from '#contract/essay.ts';
import type { Verification } from '#contract/history.ts';
import { startLibraryThread, stopLibraryThread } from '../libraryThread.ts';
import type { FromWorker, ProofWorkerData, ToWorker } from './messages.ts';

export interface Proof {
  /** Replays the history of one essay, or of every one, and holds what is stored against it. */
  readonly prove: (id: EssayId | null) => Promise<Verification>;
  /** What was asked rejects with `cancelled`; the thread ends by itself, after the essay under way. */
  readonly close: () => void;
}

/**
 * Proves the library at `libraryPath` in a worker thread, so that nothing waits for it. `workerUrl` is the URL
 * of worker.ts, or of what it was bundled to. The worker stays once it was asked something: of threads that come and
 * go at every opened essay, memory stays behind. It keeps the process alive only while it has something to prove.
 */
export function openProof(libraryPath: string, workerUrl: URL): Proof {
  const asks = new Map<number, Ask>();
  let worker: Worker | null = null;
  let asked = 0;

  function started(): Worker {
    if (worker !== null) return worker;
    const stopping = new Int32Array(new SharedArrayBuffer(Int32Array.BYTES_PER_ELEMENT));
    const workerData: ProofWorkerData = { libraryPath, stopping };
    const begun = startLibraryThread(workerUrl, workerData, (thread) => {
      Atomics.store(stopping, 0, 1);
      thread.postMessage({ kind: 'close' } satisfies ToWorker);
    });
    begun.on('message', (message: FromWorker) => {
      const ask = asks.get(message.ask);
      asks.delete(message.ask);
      if (asks.size === 0) begun.unref();
      if (message.kind === 'proved') ask?.resolve(message.verification);
      else {
        const { code, message: sentence, advice } = message.error;
        ask?.reject(new StudioError(code, sentence, advice));
      }
    });
    begun.on('error', (cause) => fail(begun, stopped(cause)));
    worker = begun;
    return begun;
  }

  function fail(failed: Worker | null, reason: StudioError): void {
    if (worker !== failed) return;
    worker = null;
    for (const ask of asks.values()) ask.reject(reason);
    asks.clear();
  }

  return {
    prove: (id) =>
      new Promise((resolve, reject) => {
        asked++;
        asks.set(asked, { resolve, reject });
        const prover = started();
        prover.ref();
        prover.postMessage({ kind: 'prove', ask: asked, id } satisfies ToWorker);
      }),
    close() {
      const running = worker;
      fail(
        running,
        new StudioError('cancelled', 'The library was closed while it was being proved.'),
      );
      if (running) void stopLibraryThread(running);
    },
  };
}

interface Ask {
  readonly resolve: (verification: Verification) => void;
  readonly reject: (reason: StudioError) => void;
}

function stopped(cause: Error): StudioError {
  return new StudioError(
    'unexpected',
    'Proving the library stopped before it was done.',
    'The essays are not affected. Start the studio again to have it proved.',
    { cause },
  );
}

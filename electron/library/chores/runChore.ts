import { StudioError } from '#contract/errors.ts';
import type { RecoveryProgress } from '#contract/recovery.ts';
import { startLibraryThread } from '../libraryThread.ts';
import type { ChoreName, Chores, FromChore } from './chores.ts';

export interface ChoreListening {
  readonly onProgress?: (progress: RecoveryProgress) => void;
  readonly signal?: AbortSignal;
}

/**
 * Does a piece of long work in a thread that lives as long as it. A rescue and a backup stop when `signal` says so or
 * the studio closes, and reject with `cancelled`. `workerUrl` is the URL of worker.ts, or of what it was bundled to.
 */
export function runChore<N extends ChoreName>(
  workerUrl: URL,
  name: N,
  options: Parameters<Chores[N]>[0],
  { onProgress = () => {}, signal }: ChoreListening = {},
): Promise<ReturnType<Chores[N]>> {
  return new Promise((resolve, reject) => {
    const worker = startLibraryThread(workerUrl, { name, options }, (thread) =>
      thread.postMessage('stop'),
    );
    signal?.addEventListener('abort', () => worker.postMessage('stop'), { once: true });
    worker.on('message', (message: FromChore) => {
      switch (message.kind) {
        case 'progress':
          onProgress(message.progress);
          return;
        case 'done':
          resolve(message.value as ReturnType<Chores[N]>);
          return;
        case 'failed':
          reject(new StudioError(message.error.code, message.error.message, message.error.advice));
      }
    });
    worker.on('error', (cause) => reject(stopped(cause)));
    worker.on('exit', () => reject(stopped(null)));
  });
}

function stopped(cause: Error | null): StudioError {
  return new StudioError('unexpected', 'The work stopped before it was done.', 'Try again.', {
    cause,
  });
}

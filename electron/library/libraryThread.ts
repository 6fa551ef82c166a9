import { Worker } from 'node:worker_threads';
import { StudioError } from '#contract/errors.ts';

/** Threads that have a library open, and how each is asked to stop. */
const running = new Map<Worker, () => void>();
let isEnding = false;

/**
 * Starts a thread that opens a library. It is never ended from outside, and the process does not end while it runs: a
 * call into SQLite that finds its thread gone takes the whole process down. `ask` asks it to end by itself, soon.
 * Throws `cancelled` once all threads have been stopped.
 */
export function startLibraryThread(
  workerUrl: URL,
  workerData: unknown,
  ask: (worker: Worker) => void,
): Worker {
  if (isEnding) throw new StudioError('cancelled', 'The studio is closing.');
  const worker = new Worker(workerUrl, { workerData });
  running.set(worker, () => ask(worker));
  worker.once('exit', () => running.delete(worker));
  return worker;
}

/** Asks a thread to stop. Resolves once it has ended. */
export async function stopLibraryThread(worker: Worker): Promise<void> {
  const ask = running.get(worker);
  if (ask === undefined) return;
  const ended = new Promise<void>((resolve) => worker.once('exit', () => resolve()));
  ask();
  await ended;
}

/** Stops all of them, and lets no other start. Resolves once they have ended; then the process may end. */
export async function stopLibraryThreads(): Promise<void> {
  isEnding = true;
  await Promise.all([...running.keys()].map(stopLibraryThread));
}

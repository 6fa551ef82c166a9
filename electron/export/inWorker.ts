import { Worker } from 'node:worker_threads';
import { StudioError } from '#contract/errors.ts';
import type { ExportReport } from '#contract/exchange.ts';
import type { ExportOptions } from './exportEssays.ts';
import type { PackedEssay } from './packed.ts';
import type { FromWorker, ToWorker } from './workerMessages.ts';

/**
 * `exportEssays` in a thread of its own, so that typing never waits for it. Essays are taken from the iterable one at a
 * time, as the thread asks for them. `workerUrl` is the built worker.ts. Throws as `exportEssays` does.
 */
export async function exportInWorker(
  workerUrl: URL,
  essays: Iterable<PackedEssay>,
  options: ExportOptions,
  signal?: AbortSignal,
): Promise<ExportReport> {
  const worker = new Worker(workerUrl, { workerData: options });
  const tell = (message: ToWorker) => worker.postMessage(message);
  const cancel = () => tell({ kind: 'cancel' });
  signal?.addEventListener('abort', cancel);
  if (signal?.aborted) cancel();
  const remaining = essays[Symbol.iterator]();

  try {
    return await new Promise<ExportReport>((resolve, reject) => {
      worker.on('error', reject);
      worker.on('exit', () => reject(new Error('The export ended before it was done.')));
      worker.on('message', (message: FromWorker) => {
        if (message.kind === 'done') return resolve(message.report);
        if (message.kind === 'failed') {
          const { code, message: sentence, advice } = message.failure;
          return reject(new StudioError(code, sentence, advice));
        }
        try {
          const next = remaining.next();
          tell({ kind: 'essay', packed: next.done ? null : next.value });
        } catch (thrown) {
          // An essay that cannot be read from its library.
          reject(thrown);
        }
      });
    });
  } finally {
    signal?.removeEventListener('abort', cancel);
    await worker.terminate();
  }
}

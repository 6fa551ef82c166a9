import { StudioError } from '#contract/errors.ts';
import type { PublishProgress } from '#contract/publishing.ts';
import { startLibraryThread } from '#library/libraryThread.ts';
import type { FromPress, PressData, PressJobName, PressJobs, PressPlace } from './jobs.ts';

interface InThreadOptions {
  readonly onProgress?: (progress: PublishProgress) => void;
  /** The job ends after the files under way, and its report still comes. */
  readonly signal?: AbortSignal;
}

/** Does a job of the press in a thread that lives as long as it. `workerUrl` is the built worker.ts. Throws as the job does. */
export async function inThread<N extends PressJobName>(
  workerUrl: URL,
  place: PressPlace,
  name: N,
  asked: Parameters<PressJobs[N]>[0],
  { onProgress = () => {}, signal }: InThreadOptions = {},
): Promise<ReturnType<PressJobs[N]>> {
  const workerData = { ...place, job: { name, asked } } as PressData;
  const worker = startLibraryThread(workerUrl, workerData, (thread) => thread.postMessage('stop'));
  const stop = () => worker.postMessage('stop');
  signal?.addEventListener('abort', stop);
  return new Promise<ReturnType<PressJobs[N]>>((resolve, reject) => {
    worker.on('message', (message: FromPress) => {
      if (message.kind === 'progress') return onProgress(message.progress);
      if (message.kind === 'done') return resolve(message.value as ReturnType<PressJobs[N]>);
      const { code, message: sentence, advice } = message.error;
      reject(new StudioError(code, sentence, advice));
    });
    worker.on('error', (cause) => reject(ended(cause)));
    worker.on('exit', () => reject(ended(null)));
  }).finally(() => signal?.removeEventListener('abort', stop));
}

function ended(cause: Error | null): StudioError {
  return new StudioError('unexpected', 'Publishing stopped before it was done.', 'Try again.', {
    cause,
  });
}

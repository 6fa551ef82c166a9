import { parentPort, workerData } from 'node:worker_threads';
import { toFailure } from '#contract/errors.ts';
import { openLibrary } from '../openLibrary.ts';
import { translateError } from '../translateError.ts';
import type { FromWorker, ProofWorkerData, ToWorker } from './messages.ts';
import { proveLibrary, proveOne } from './proveLibrary.ts';

const { libraryPath } = workerData as ProofWorkerData;
const library = openLibrary(libraryPath, { readOnly: true, create: false });

parentPort?.on('message', (message: ToWorker) => {
  if (message.kind === 'close') {
    library.close();
    parentPort?.close();
    return;
  }
  const { ask, id } = message;
  try {
    const verification = id === null ? proveLibrary(library) : proveOne(library, id);
    send({ kind: 'proved', ask, verification });
  } catch (error) {
    send({ kind: 'failed', ask, error: toFailure(translateError(error, libraryPath)) });
  }
});

function send(message: FromWorker): void {
  parentPort?.postMessage(message);
}

import { parentPort, workerData } from 'node:worker_threads';
import { toFailure } from '#contract/errors.ts';
import type { EssayId } from '#contract/essay.ts';
import type { Verification } from '#contract/history.ts';
import { openLibrary } from '../openLibrary.ts';
import { translateError } from '../translateError.ts';
import type { FromWorker, ProofWorkerData, ToWorker } from './messages.ts';
import { proveLibrary, proveOne } from './proveLibrary.ts';

const { libraryPath, stopping } = workerData as ProofWorkerData;

parentPort?.on('message', (message: ToWorker) => {
  if (message.kind === 'close') {
    parentPort?.close();
    return;
  }
  if (isToStop()) return;
  const { ask, id } = message;
  try {
    send({ kind: 'proved', ask, verification: prove(id) });
  } catch (error) {
    send({ kind: 'failed', ask, error: toFailure(translateError(error, libraryPath)) });
  }
});

/** Reads the file anew for each proof: pages that a connection remembers would hide what was done to them since. */
function prove(id: EssayId | null): Verification {
  const library = openLibrary(libraryPath, { readOnly: true, create: false });
  try {
    return id === null
      ? proveLibrary(library, { onEssay: () => !isToStop() })
      : proveOne(library, id);
  } finally {
    library.close();
  }
}

function isToStop(): boolean {
  return Atomics.load(stopping, 0) !== 0;
}

function send(message: FromWorker): void {
  parentPort?.postMessage(message);
}

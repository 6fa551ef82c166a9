import { parentPort, workerData } from 'node:worker_threads';
import { toFailure } from '#contract/errors.ts';
import { connect } from '../connect.ts';
import { isDamage, removeRebuildable } from '../rebuildable.ts';
import { translateError } from '../translateError.ts';
import { type CatchUp, createCatchUp } from './catchUp.ts';
import { findHits } from './findHits.ts';
import { openIndexFile } from './indexFile.ts';
import type { FromWorker, SearchWorkerData, ToWorker } from './messages.ts';

/** Milliseconds of indexing between two looks for a question. */
const turn = 15;

const { libraryPath } = workerData as SearchWorkerData;
const library = connect(libraryPath, { readOnly: true, patience: 5000 }).db;
const libraryId = library.prepare<[], string>('SELECT id FROM library').pluck().get() ?? '';
const indexPath = `${libraryPath}.search`;
let index = openIndexFile(indexPath, libraryId);

let work: CatchUp | null = null;
let seenVersion: unknown = null;
let waiting: number[] = [];
let isScheduled = false;

parentPort?.on('message', (message: ToWorker) => {
  switch (message.kind) {
    case 'find':
      answer(message.ask, () => {
        // What was saved a moment ago is to be found; a long backlog goes on afterwards.
        if (isBehind()) advance();
        const hits = findHits(library, index, message.text, message.limit);
        return { kind: 'found', ask: message.ask, answer: { hits, upToDate: work === null } };
      });
      return;
    case 'refresh':
      schedule();
      return;
    case 'catchUp':
      waiting.push(message.ask);
      schedule();
      return;
    case 'close':
      library.close();
      index.close();
      parentPort?.close();
  }
});

function schedule(): void {
  if (isScheduled) return;
  isScheduled = true;
  setImmediate(() => {
    isScheduled = false;
    if (!library.open) return;
    const asks = waiting;
    try {
      withSoundIndex(() => isBehind() && advance());
      if (work !== null) return schedule();
      waiting = [];
      for (const ask of asks) send({ kind: 'caughtUp', ask });
    } catch (error) {
      work = null;
      seenVersion = null;
      waiting = [];
      for (const ask of asks) send({ kind: 'failed', ask, error: failure(error) });
    }
  });
}

/** True while the index lacks something that is in the library. */
function isBehind(): boolean {
  const version = library.pragma('data_version', { simple: true });
  if (version !== seenVersion) {
    work = createCatchUp(library, index);
    seenVersion = version;
  }
  return work !== null;
}

function advance(): void {
  if (work?.step(turn) === true) work = null;
  else schedule();
}

function answer(ask: number, reply: () => FromWorker): void {
  try {
    send(withSoundIndex(reply));
  } catch (error) {
    send({ kind: 'failed', ask, error: failure(error) });
  }
}

/** A damaged index is made anew, and the work on it done once more. */
function withSoundIndex<T>(task: () => T): T {
  try {
    return task();
  } catch (error) {
    if (!isDamage(error)) throw error;
    index.close();
    removeRebuildable(indexPath);
    index = openIndexFile(indexPath, libraryId);
    work = null;
    seenVersion = null;
    return task();
  }
}

function failure(error: unknown) {
  return toFailure(translateError(error, libraryPath));
}

function send(message: FromWorker): void {
  parentPort?.postMessage(message);
}

import { parentPort, workerData } from 'node:worker_threads';
import { toFailure } from '#contract/errors.ts';
import { type Library, openLibrary } from '#library/openLibrary.ts';
import { readTarget } from '#library/targets/readTargets.ts';
import { checkEssays } from './checkEssays.ts';
import { differenceAt } from './differenceAt.ts';
import type { FromPress, PressData } from './jobs.ts';
import type { PressDesk } from './pressDesk.ts';
import { publishTo } from './publishTo.ts';
import { renderAhead } from './renderAhead.ts';
import { statusOf } from './statusOf.ts';
import { tryTarget } from './tryTarget.ts';

/** The thread of inThread.ts: does one job on a connection of its own. Any message to it means that it should stop. */
const caller = parentPort!;
const stopping = new AbortController();
caller.on('message', () => stopping.abort());

let library: Library | null = null;
try {
  const data = workerData as PressData;
  library = openLibrary(data.libraryPath, { create: false });
  answer({ kind: 'done', value: await run(data, library) });
} catch (thrown) {
  answer({ kind: 'failed', error: toFailure(thrown) });
} finally {
  library?.close();
  caller.close();
}

function run({ job, resources, renderWorker }: PressData, opened: Library): Promise<unknown> {
  const desk: PressDesk = {
    library: opened,
    resources,
    renderWorker: new URL(renderWorker),
    signal: stopping.signal,
    onProgress: sometimes((progress) => answer({ kind: 'progress', progress })),
  };
  switch (job.name) {
    case 'status':
      return statusOf(desk, readTarget(opened, job.asked.id), job.asked.only);
    case 'difference':
      return differenceAt(desk, readTarget(opened, job.asked.id), job.asked.path);
    case 'check':
      return checkEssays(desk, readTarget(opened, job.asked.id), job.asked.essays);
    case 'publish':
      return publishTo(desk, readTarget(opened, job.asked.id), {
        replace: new Set(job.asked.replace),
        only: job.asked.only,
      });
    case 'renderAhead':
      return renderAhead(desk);
    case 'try':
      return tryTarget(job.asked.target, resources).then(() => null);
  }
}

function answer(message: FromPress): void {
  caller.postMessage(message);
}

/** Lets a call through when a moment has passed since the last: a window is not told of every file. */
function sometimes<T>(call: (value: T) => void): (value: T) => void {
  let last = 0;
  return (value) => {
    const now = performance.now();
    if (now - last < 50) return;
    last = now;
    call(value);
  };
}

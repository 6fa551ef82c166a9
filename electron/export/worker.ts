import { parentPort, workerData } from 'node:worker_threads';
import { toFailure } from '#contract/errors.ts';
import { type ExportOptions, exportEssays } from './exportEssays.ts';
import type { PackedEssay } from './packed.ts';
import type { FromWorker, ToWorker } from './workerMessages.ts';

/** The thread in which inWorker.ts exports. It asks for one essay at a time, so that a whole library is never in memory. */
const caller = parentPort!;
const cancelling = new AbortController();
let giveEssay: (packed: PackedEssay | null) => void = () => {};

caller.on('message', (message: ToWorker) => {
  if (message.kind === 'cancel') cancelling.abort();
  else giveEssay(message.packed);
});

try {
  const report = await exportEssays(askedFor(), workerData as ExportOptions, cancelling.signal);
  answer({ kind: 'done', report });
} catch (thrown) {
  answer({ kind: 'failed', failure: toFailure(thrown) });
}
caller.close();

async function* askedFor(): AsyncGenerator<PackedEssay> {
  for (;;) {
    const given = new Promise<PackedEssay | null>((resolve) => {
      giveEssay = resolve;
    });
    answer({ kind: 'next' });
    const essay = await given;
    if (essay === null) return;
    yield essay;
  }
}

function answer(message: FromWorker): void {
  caller.postMessage(message);
}

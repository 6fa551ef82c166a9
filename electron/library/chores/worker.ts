import { parentPort, receiveMessageOnPort, workerData } from 'node:worker_threads';
import { toFailure } from '#contract/errors.ts';
import { copyBackup } from '../backups/copyBackup.ts';
import { listBackups } from '../backups/listBackups.ts';
import { makeBackup } from '../backups/makeBackup.ts';
import { recoverLibrary } from '../recovery/recoverLibrary.ts';
import type { ChoreData, FromChore } from './chores.ts';

try {
  send({ kind: 'done', value: await run(workerData as ChoreData) });
} catch (error) {
  send({ kind: 'failed', error: toFailure(error) });
}

function run(chore: ChoreData): unknown {
  switch (chore.name) {
    case 'backUp':
      return makeBackup({ ...chore.options, isWanted: () => !isToStop() });
    case 'listBackups':
      return listBackups(chore.options.libraryPath, chore.options.folder);
    case 'copyBackup':
      copyBackup(chore.options.backup, chore.options.into);
      return null;
    case 'rescue':
      return recoverLibrary({
        ...chore.options,
        onEssay(progress) {
          send({ kind: 'progress', progress });
          return !isToStop();
        },
      });
  }
}

/** The work leaves no turn for messages to be heard in: they are asked for. */
function isToStop(): boolean {
  return parentPort !== null && receiveMessageOnPort(parentPort) !== undefined;
}

function send(message: FromChore): void {
  parentPort?.postMessage(message);
}

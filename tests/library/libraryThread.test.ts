import { spawnSync } from 'node:child_process';
import { readdirSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { makeBackup } from '#library/backups/makeBackup.ts';
import { createEssays } from '#library/essays/createEssay.ts';
import { openProof } from '#library/proof/openProof.ts';
import { type TemporaryLibrary, temporaryLibrary } from '../support/library.ts';

const proofWorker = new URL('../../electron/library/proof/worker.ts', import.meta.url);
const program = fileURLToPath(new URL('./endingProcess.ts', import.meta.url));

/** Long enough to be in the middle of. */
const essays = Array.from({ length: 400 }, (_, at) => ({
  title: `Essay ${at}`,
  body: `${'Words that take a while. '.repeat(200)}${at}`,
}));

let there: TemporaryLibrary;
beforeEach(() => {
  there = temporaryLibrary();
  createEssays(there.library, essays);
});
afterEach(() => there.remove());

describe('a thread with a library in it', () => {
  test('is not waited for by who asked it, once it is to stop', async () => {
    const proof = openProof(there.path, proofWorker);
    expect(await proof.prove(null)).toMatchObject({ essays: 400, damage: [], file: [] });
    const running = proof.prove(null);
    proof.close();
    await expect(running).rejects.toMatchObject({ code: 'cancelled' });
  });

  test('makes no backup once it is to stop, and leaves nothing of one', async () => {
    let asked = 0;
    const isWanted = () => asked++ < 40;
    const folder = there.folder;
    const before = readdirSync(folder);
    const backup = makeBackup({ libraryPath: there.path, folder, isWanted });
    await expect(backup).rejects.toMatchObject({ code: 'cancelled' });
    expect(readdirSync(folder)).toEqual(before);
  });

  test('ends by itself before the process does, whatever it is at', () => {
    for (let milliseconds = 0; milliseconds < 60; milliseconds += 10) {
      const { status, stderr } = spawnSync(
        process.execPath,
        [program, there.path, String(milliseconds)],
        { encoding: 'utf8' },
      );
      expect({ status, stderr }).toEqual({ status: 0, stderr: '' });
    }
  });
});

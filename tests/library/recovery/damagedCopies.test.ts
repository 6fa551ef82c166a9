import { expect, test } from 'vitest';
import { tryDamagedCopy } from '../../torture/measurements/damagedCopy.ts';
import { makeSpecimens } from '../../torture/specimens.ts';
import { temporaryFolder } from '../temporaryFolder.ts';

test('no damage alters an essay in silence, and nearly all come back with one backup', async () => {
  const room = temporaryFolder();
  const specimens = await makeSpecimens(room);
  const trials = Array.from({ length: 63 }, (_, seed) => tryDamagedCopy(seed, specimens, room));
  expect(trials.flatMap(({ seed, faults }) => faults.map((fault) => `${seed}: ${fault}`))).toEqual(
    [],
  );
  const essays = trials.reduce((sum, trial) => sum + trial.essays, 0);
  const lost = trials.reduce((sum, { withBackup }) => sum + (withBackup.lost ?? 0), 0);
  expect(1 - lost / essays).toBeGreaterThan(0.99);
}, 120_000);

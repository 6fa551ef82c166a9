import { describe, expect, test } from 'vitest';
import { temporaryFolder } from '../library/temporaryFolder.ts';
import { passes } from './finding.ts';
import { damagedCopies } from './measurements/damagedCopies.ts';
import { hardships } from './measurements/hardships.ts';
import { killedProcess } from './measurements/killedProcess.ts';

describe('a few of the tries that `npm run torture` does by the thousand', () => {
  test.each([
    ['copies of a library are damaged', damagedCopies, 60],
    ['the writing process is killed', killedProcess, 5],
    ['hardships of disks, clocks and processes', hardships, 2],
  ])('%s', { timeout: 120_000 }, async (_, torture, runs) => {
    const findings = await torture({ runs, seed: 0, room: temporaryFolder() });
    expect(findings.filter((finding) => !passes(finding))).toEqual([]);
  });
});

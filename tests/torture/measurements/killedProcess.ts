import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { createEssay } from '#library/essays/createEssay.ts';
import { readEssay } from '#library/essays/readEssay.ts';
import { openLibrary } from '#library/openLibrary.ts';
import { proveLibrary } from '#library/proof/proveLibrary.ts';
import type { Finding, TortureOptions } from '../finding.ts';
import { keys, startTypist } from '../typist.ts';

const usualRuns = 1_000;
const runsOnOneLibrary = 25;
/** A key is on the disk this many milliseconds after it was typed, at the latest. */
const bound = 250;

/** `kill -9` of the process that writes, at a random moment while it types. */
export async function killedProcess({ runs, room }: TortureOptions): Promise<Finding[]> {
  const total = runs ?? usualRuns;
  const faults: string[] = [];
  let acknowledgedLost = 0;
  const late: string[] = [];
  let unproved = 0;
  let typed = 0;
  let path = '';
  for (let run = 0; run < total; run++) {
    if (run % runsOnOneLibrary === 0) path = join(room, `killed-${run}.longhand`);
    const library = openLibrary(path);
    const { id } = createEssay(library, { title: `Run ${run}` });
    library.close();

    const typist = startTypist(path, id);
    await typist.reaches(1);
    await sleep(Math.random() * 150);
    const killedAt = Date.now();
    typist.process.kill('SIGKILL');
    await typist.ended;

    const after = openLibrary(path);
    const { body } = readEssay(after, id);
    const due = typist.typed.filter((at) => at < killedAt - bound).length;
    typed += typist.typed.length;
    if (body !== keys(body.length)) faults.push(`run ${run}: other text than was typed`);
    if (body.length < typist.saved()) acknowledgedLost++;
    if (body.length < due) {
      // A machine that gave the process no turn for a while before it was killed shows in this.
      const silent = killedAt - (typist.typed.at(-1) ?? killedAt);
      late.push(`run ${run}: ${due - body.length} keys; it had typed none for ${silent} ms`);
    }
    const { damage, file } = proveLibrary(after);
    if (damage.length > 0 || file.length > 0) unproved++;
    after.close();
  }
  const none = { kind: 'at most', value: 0 } as const;
  const of = `of ${total} kills`;
  return [
    {
      name: 'The writing process killed: acknowledged changes lost',
      value: acknowledgedLost,
      of,
      bound: none,
      detail: { typed },
    },
    {
      name: `The writing process killed: keys older than ${bound} ms lost`,
      value: late.length,
      of,
      bound: none,
      detail: late,
    },
    {
      name: 'The writing process killed: other text than was typed',
      value: faults.length,
      of,
      bound: none,
      detail: faults,
    },
    {
      name: 'The writing process killed: library not proved after it',
      value: unproved,
      of,
      bound: none,
    },
  ];
}

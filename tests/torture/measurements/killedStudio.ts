import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { openLibrary } from '#library/openLibrary.ts';
import { proveLibrary } from '#library/proof/proveLibrary.ts';
import { deskOf } from '../../support/desk.ts';
import { bodyOnDisk } from '../../support/onDisk.ts';
import { launchStudio } from '../../support/studio.ts';
import type { Finding, TortureOptions } from '../finding.ts';
import { keyAt, keys } from '../typist.ts';

const usualRuns = 50;
/** What was on the screen this many milliseconds before the kill is on the disk. */
const bound = 250;

/** `kill -9` of the whole studio, browser and main process, at a random moment while a real page is typed into. */
export async function killedStudio({ runs, room }: TortureOptions): Promise<Finding[]> {
  const total = runs ?? usualRuns;
  const late: number[] = [];
  const other: number[] = [];
  let unproved = 0;
  for (let run = 0; run < total; run++) {
    const library = join(room, `studio-${run}.longhand`);
    const studio = await launchStudio({ library });
    const desk = deskOf(studio);
    await desk.write('Killed', '');
    await desk.isSaved();
    const shown: number[] = [];
    const until = Date.now() + 300 + Math.random() * 1_500;
    while (Date.now() < until) {
      await studio.page.keyboard.type(keyAt(shown.length));
      shown.push(Date.now());
      await sleep(Math.random() * 60);
    }
    const killedAt = Date.now();
    await studio.kill();
    const kept = bodyOnDisk(library, 'Killed') ?? '';
    if (kept !== keys(kept.length) || kept.length > shown.length) other.push(run);
    const firstLost = shown[kept.length];
    if (firstLost !== undefined && killedAt - firstLost > bound) {
      late.push(killedAt - firstLost);
    }
    const after = openLibrary(library);
    const { damage, file } = proveLibrary(after);
    if (damage.length > 0 || file.length > 0) unproved++;
    after.close();
    await studio.discard();
  }
  const none = { kind: 'at most', value: 0 } as const;
  const of = `of ${total} kills`;
  return [
    {
      name: `The studio killed: keys on screen for ${bound} ms lost`,
      value: late.length,
      of,
      bound: none,
      detail: { late },
    },
    {
      name: 'The studio killed: other text than was typed',
      value: other.length,
      of,
      bound: none,
      detail: other,
    },
    { name: 'The studio killed: library not proved after it', value: unproved, of, bound: none },
  ];
}

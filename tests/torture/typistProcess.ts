import { writeSync } from 'node:fs';
import { setTimeout as sleep } from 'node:timers/promises';
import { toFailure } from '#contract/errors.ts';
import type { BodyStep, EssayId } from '#contract/essay.ts';
import { changeBody } from '#library/essays/changeBody.ts';
import { readEssay } from '#library/essays/readEssay.ts';
import { type Library, openLibrary } from '#library/openLibrary.ts';
import { keyAt } from './typist.ts';

/**
 * Says `b`, opens a library, types at the end of an essay until it has so many keys, saves what was typed within
 * 200 ms, and says both: `t` and the time of a key, `s` and how many the library has acknowledged, `x` and why when it
 * refused. At the pace `machine` every key is saved for itself, one after another.
 */
const [path = '', essay = '', count = '0', pace = 'human'] = process.argv.slice(2);
const id = essay as EssayId;
let typed = 0;
let waiting: BodyStep[] = [];
let saveAt = Number.POSITIVE_INFINITY;

let library: Library | null = null;
let revision = 0;

try {
  writeSync(1, 'b\n');
  library = openLibrary(path, { patience: 30_000 });
  const before = readEssay(library, id);
  revision = before.revision;
  typed = before.body.length;
  while (typed < Number(count)) {
    const at = Date.now();
    waiting.push({
      changes: [typed, [0, keyAt(typed)]].filter(Boolean) as never,
      at,
      source: 'typed',
    });
    typed++;
    writeSync(1, `t ${at}\n`);
    if (saveAt === Number.POSITIVE_INFINITY) saveAt = at + Math.random() * 200;
    if (pace === 'machine' || Date.now() >= saveAt) save();
    if (pace === 'human' && Math.random() < 0.5) await sleep(Math.random() * 8);
  }
  save();
} catch (thrown) {
  const { code, message } = toFailure(thrown);
  writeSync(1, `x ${code} ${message}\n`);
}
library?.close();

function save(): void {
  if (waiting.length === 0) return;
  ({ revision } = changeBody(library!, { id, baseRevision: revision, steps: waiting }));
  waiting = [];
  saveAt = Number.POSITIVE_INFINITY;
  writeSync(1, `s ${typed}\n`);
}

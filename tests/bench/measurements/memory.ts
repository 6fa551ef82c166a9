import type { CDPSession } from '@playwright/test';
import { launchStudio, type Studio } from '../../support/studio.ts';
import type { Effort, Figure } from '../figure.ts';
import type { Workshop } from '../libraries.ts';
import { openEssay } from '../studioWindow.ts';
import { putCaret } from '../typing.ts';

const essays = ['10 KB', '100 KB'] as const;
const keysBetweenSwitches = 500;
const keysAtOnce = 25;
const bound = { kind: 'ratio at most', value: 1.2 } as const;

/**
 * What is held after an hour's keystrokes, replayed fast with switches between essays. The start is the studio in use:
 * both essays have been open, and written in a little.
 */
export async function memory(effort: Effort, workshop: Workshop): Promise<Figure[]> {
  const studio = await launchStudio({ library: await workshop.ofSizes(essays) });
  try {
    const devtools = await studio.page.context().newCDPSession(studio.page);
    await replay(studio, keysBetweenSwitches * 2);
    const start = await held(studio, devtools);
    await replay(studio, effort.replayedKeys);
    const end = await held(studio, devtools);
    const after = `after ${effort.replayedKeys} keys`;
    const detail = { start, end };
    return [
      {
        name: `memory of the window ${after}`,
        unit: 'MB',
        value: end.window,
        beside: { name: 'at the start', value: start.window },
        bound,
        detail,
      },
      {
        name: `memory of the main process ${after}`,
        unit: 'MB',
        value: end.process,
        beside: { name: 'at the start', value: start.process },
        bound,
        detail,
      },
    ];
  } finally {
    await studio.discard();
  }
}

async function replay({ page }: Studio, keys: number): Promise<void> {
  for (let typed = 0, turn = 0; typed < keys; turn++) {
    await openEssay(page, `An essay of ${essays[turn % essays.length]}`);
    await putCaret(page, turn % 3 === 0 ? 'start' : 'middle');
    for (let here = 0; here < keysBetweenSwitches && typed < keys; here += keysAtOnce) {
      await Promise.all(
        Array.from({ length: keysAtOnce }, (_, at) => page.keyboard.press(keyAt(here + at))),
      );
      typed += keysAtOnce;
    }
  }
}

/** Words, now and then corrected and now and then a new paragraph. */
function keyAt(at: number): string {
  if (at % 97 === 96) return 'Enter';
  if (at % 23 > 20) return 'Backspace';
  const key = prose[at % prose.length]!;
  return key === ' ' ? 'Space' : key;
}

const prose = 'the second replica had been reading from a clock that nobody set ';

interface Held {
  /** The window's JavaScript heap. */
  readonly window: number;
  /** The main process, as the system counts it. */
  readonly process: number;
  /** Its JavaScript heap. */
  readonly processHeap: number;
}

/**
 * What is held once all is saved and the garbage is gone, in MB. It is the browser engine's own collection, for lack of
 * memory: any other keeps the pages it has emptied for what comes next.
 */
async function held(studio: Studio, devtools: CDPSession): Promise<Held> {
  await studio.page.waitForTimeout(5_000);
  for (let again = 0; again < 3; again++) await devtools.send('HeapProfiler.collectGarbage');
  const { usedSize } = await devtools.send('Runtime.getHeapUsage');
  const main = await studio.main(async () => {
    const { Session } = process.getBuiltinModule('node:inspector/promises');
    const session = new Session();
    session.connect();
    for (let again = 0; again < 3; again++) await session.post('HeapProfiler.collectGarbage');
    session.disconnect();
    return process.memoryUsage();
  });
  return { window: usedSize / 1e6, process: main.rss / 1e6, processHeap: main.heapUsed / 1e6 };
}

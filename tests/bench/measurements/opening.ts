import type { Page } from '@playwright/test';
import { launchStudio } from '../../support/studio.ts';
import type { Effort, Figure } from '../figure.ts';
import type { Workshop } from '../libraries.ts';
import { median } from '../statistics.ts';

/**
 * Starting the studio on a large library and opening one in its window, each until the list stands, against an empty one
 * in turns. A list stands when its first screen does and it scrolls by its full length; when its last rows had come as
 * well is in the details.
 */
export async function opening(effort: Effort, workshop: Workshop): Promise<Figure[]> {
  const large = await workshop.large(effort.essays);
  const empty = await workshop.empty();
  const bound = { kind: 'ratio at most', value: 2 } as const;
  const starts = await inTurns(effort.rounds, large, empty, timeStart);
  const lastRows: number[] = [];
  const changes = await timeChanges(effort.rounds * 2, large, empty, lastRows);
  return [
    {
      name: `start on ${effort.essays} essays until the list stands`,
      unit: 'ms',
      value: median(starts.large),
      beside: { name: 'on an empty library', value: median(starts.empty) },
      bound,
      detail: starts,
    },
    {
      name: `open a library of ${effort.essays} essays in the window`,
      unit: 'ms',
      value: median(changes.large),
      beside: { name: 'an empty library', value: median(changes.empty) },
      bound,
      detail: { ...changes, lastRows },
    },
  ];
}

interface Turns {
  readonly large: number[];
  readonly empty: number[];
}

async function inTurns(
  rounds: number,
  large: string,
  empty: string,
  time: (library: string) => Promise<number>,
): Promise<Turns> {
  const turns: Turns = { large: [], empty: [] };
  // The first start of each finds nothing in the system's caches.
  for (let round = 0; round <= rounds; round++) {
    for (const [times, library] of [
      [turns.empty, empty],
      [turns.large, large],
    ] as const) {
      const took = await time(library);
      if (round > 0) times.push(took);
    }
  }
  return turns;
}

async function timeStart(library: string): Promise<number> {
  const start = performance.now();
  const studio = await launchStudio({ library });
  await studio.page.waitForSelector(`${aRow}, ${noRow}`);
  const took = performance.now() - start;
  await studio.discard();
  return took;
}

async function timeChanges(
  rounds: number,
  large: string,
  empty: string,
  lastRows: number[],
): Promise<Turns> {
  const studio = await launchStudio({ library: large });
  try {
    await studio.page.waitForSelector(aRow);
    return await inTurns(rounds, large, empty, async (library) => {
      if ((await studio.page.$(library === large ? aRow : noRow)) !== null) {
        throw new Error('The library that is to be opened is open.');
      }
      await studio.answerOpen([library]);
      const shown = timeOf(studio.page, library === large ? aRow : noRow);
      const start = performance.timeOrigin + performance.now();
      await studio.chooseMenuItem('library.open');
      const took = (await shown) - start;
      if (library === large) lastRows.push((await timeOfLastRow(studio.page)) - start);
      await studio.page.waitForTimeout(500);
      return took;
    });
  } finally {
    await studio.discard();
  }
}

const aRow = '.library .essay-row';
const noRow = '.library .library-empty';

/** When something was first painted, in ms since 1970. */
function timeOf(window: Page, selector: string): Promise<number> {
  return window.evaluate(
    (wanted) =>
      new Promise<number>((done) => {
        const look = () => {
          if (!document.querySelector(wanted)) return;
          changes.disconnect();
          requestAnimationFrame(() => {
            const { port1, port2 } = new MessageChannel();
            port1.onmessage = () => done(performance.timeOrigin + performance.now());
            port2.postMessage(null);
          });
        };
        const changes = new MutationObserver(look);
        changes.observe(document, { subtree: true, childList: true });
      }),
    selector,
  );
}

/** When the list's end, scrolled to, showed its rows. */
function timeOfLastRow(window: Page): Promise<number> {
  return window.evaluate(
    (row) =>
      new Promise<number>((done) => {
        document.querySelector('.essay-list')!.scrollTo(0, 1e9);
        const look = () => {
          const last = [...document.querySelectorAll(row)].at(-1);
          const isThere = last && last.getAttribute('aria-posinset') === last.ariaSetSize;
          if (isThere) done(performance.timeOrigin + performance.now());
          else requestAnimationFrame(look);
        };
        look();
      }),
    aRow,
  );
}

import { join } from 'node:path';
import type { Page } from '@playwright/test';
import { openHistory } from '../../support/history.ts';
import { launchStudio } from '../../support/studio.ts';
import type { Effort, Figure } from '../figure.ts';
import type { Workshop } from '../libraries.ts';
import { liveThrough } from '../lives.ts';
import { median, quantile, typicalP95 } from '../statistics.ts';
import { openEssay } from '../studioWindow.ts';

const title = 'A long life';
const changes = 100_000;
const length = 60_000;
const steps = 120;
const bound = { kind: 'at most', value: 16 } as const;

/** A step of the history's slider, from its event until the window has painted the text of that moment with the page beside it. */
export async function scrubbing(effort: Effort, workshop: Workshop): Promise<Figure[]> {
  const library = join(workshop.folder, 'life.longhand');
  liveThrough(library, { title, changes, length });
  const studio = await launchStudio({ library });
  const { page } = studio;
  try {
    await openEssay(page, title);
    const start = performance.now();
    const { slider } = await openHistory(studio);
    const loading = performance.now() - start;
    const last = Number(await slider.getAttribute('aria-valuemax'));
    await watchFrames(page);
    const rounds: Record<'key' | 'drag' | 'jump' | 'still', number[][]> = {
      key: [],
      drag: [],
      jump: [],
      still: [],
    };
    for (let round = 0; round < effort.rounds; round++) {
      const at = (round + 1) / (effort.rounds + 1);
      await goTo(page, at);
      rounds.key.push(await timeEach(page, steps, () => page.keyboard.press('ArrowRight')));
      rounds.drag.push(await drag(page, at));
      rounds.jump.push(await timeEach(page, steps, (n) => goTo(page, (n * 0.618) % 1)));
      await page.keyboard.press('End');
      rounds.still.push(await timeEach(page, steps, () => page.keyboard.press('ArrowRight')));
    }
    const beside = {
      name: 'a key at the end, which shows nothing new',
      value: typicalP95(rounds.still),
    };
    const figure = (name: string, times: readonly number[][]): Figure => ({
      name: `scrub ${changes.toLocaleString('en')} changes, ${length / 1000} KB, ${name}, p95`,
      unit: 'ms',
      value: typicalP95(times),
      beside,
      bound,
      detail: {
        changes: last,
        loading,
        median: median(times.flat()),
        p99: quantile(times.flat(), 0.99),
        p95ByRound: times.map((round) => quantile(round, 0.95)),
      },
    });
    return [
      figure('change by change', rounds.key),
      figure('dragged', rounds.drag),
      figure('anywhere', rounds.jump),
    ];
  } finally {
    await studio.discard();
  }
}

interface Watched {
  /** How long the events since it was asked last took to be painted. */
  takeTimes: () => number[];
}

async function watchFrames(page: Page): Promise<void> {
  await page.evaluate(() => {
    let times: number[] = [];
    const painted = () =>
      new Promise<number>((done) => {
        requestAnimationFrame(() => {
          const { port1, port2 } = new MessageChannel();
          port1.onmessage = () => done(performance.now());
          port2.postMessage(null);
        });
      });
    const watch = (event: Event) => {
      if (event instanceof PointerEvent && event.buttons === 0) return;
      void painted().then((at) => times.push(at - event.timeStamp));
    };
    for (const name of ['keydown', 'pointerdown', 'pointermove'])
      addEventListener(name, watch, true);
    Object.assign(globalThis, {
      takeTimes: () => {
        const taken = times;
        times = [];
        return taken;
      },
    });
  });
}

async function timeEach(
  page: Page,
  count: number,
  act: (index: number) => Promise<unknown>,
): Promise<number[]> {
  await settle(page);
  const times: number[] = [];
  for (let index = 0; index < count; index++) {
    await act(index);
    await page.waitForTimeout(30);
    times.push(...(await takeTimes(page)));
  }
  return times;
}

/** Drags along the slider, a pixel or two at a time, which at so many changes is some hundred of them. */
async function drag(page: Page, part: number): Promise<number[]> {
  const { x, y, width } = await track(page);
  const start = x + width * part * 0.5;
  await page.mouse.move(start, y);
  await page.mouse.down();
  const times = await timeEach(page, steps, (index) => page.mouse.move(start + index * 1.5, y));
  await page.mouse.up();
  return times;
}

async function goTo(page: Page, part: number): Promise<void> {
  const { x, y, width } = await track(page);
  await page.mouse.move(x + width * part, y);
  await page.mouse.down();
  await page.mouse.up();
}

async function track(page: Page) {
  const box = await page.locator('.history-track').boundingBox();
  if (!box) throw new Error('There is no slider.');
  return { x: box.x, y: box.y + box.height / 2, width: box.width };
}

async function settle(page: Page): Promise<void> {
  await page.waitForTimeout(400);
  await takeTimes(page);
}

function takeTimes(page: Page): Promise<number[]> {
  return page.evaluate(() => (globalThis as unknown as Watched).takeTimes());
}

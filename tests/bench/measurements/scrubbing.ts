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
const stepsInRound = 120;

/**
 * Steps of the history's slider: what each takes of the window's one thread, of the text's part and the page's, in time
 * that the thread ran; and how far apart the frames are while it is dragged. How long a step takes to be painted stands
 * in the detail: the next frame is up to 16.7 ms away, whatever is done until then.
 */
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
    const threadTime = await watchThread(page);
    const steps = (act: (index: number) => Promise<unknown>) => takeSteps(page, threadTime, act);
    const rounds: Record<'key' | 'drag' | 'jump' | 'still', Step[][]> = {
      key: [],
      drag: [],
      jump: [],
      still: [],
    };
    const frames: { moving: number[][]; still: number[][] } = { moving: [], still: [] };
    for (let round = 0; round < effort.rounds; round++) {
      const at = (round + 1) / (effort.rounds + 1);
      await goTo(page, at);
      rounds.key.push(await steps(() => page.keyboard.press('ArrowRight')));
      frames.still.push(await framesWhile(page, () => page.waitForTimeout(1_500)));
      const drag = await startDrag(page, at);
      rounds.drag.push(await steps(drag.move));
      frames.moving.push(
        await framesWhile(page, async () => {
          for (let index = 0; index < stepsInRound; index++) await drag.move(stepsInRound - index);
        }),
      );
      await page.mouse.up();
      rounds.jump.push(await steps((index) => goTo(page, (index * 0.618) % 1)));
      await page.keyboard.press('End');
      rounds.still.push(await steps(() => page.keyboard.press('ArrowRight')));
    }
    const what = `scrub ${changes.toLocaleString('en')} changes, ${length / 1000} KB`;
    const figure = (name: string, of: readonly (readonly Step[])[]): Figure => ({
      name: `${what}, ${name}: work of a step, p95`,
      unit: 'ms',
      value: typicalP95(works(of)),
      beside: { name: 'a step that shows nothing new', value: typicalP95(works(rounds.still)) },
      bound: { kind: 'at most', value: 16 },
      detail: {
        changes: last,
        loading,
        median: median(works(of).flat()),
        p95ByRound: works(of).map((round) => quantile(round, 0.95)),
        painted: {
          p95: typicalP95(paints(of)),
          floor: typicalP95(paints(rounds.still)),
          median: median(paints(of).flat()),
        },
      },
    });
    return [
      figure('change by change', rounds.key),
      figure('dragged', rounds.drag),
      figure('clicked anywhere', rounds.jump),
      {
        name: `${what}, dragged: from frame to frame, p95`,
        unit: 'ms',
        value: typicalP95(frames.moving),
        beside: { name: 'while nothing moves', value: typicalP95(frames.still) },
        bound: { kind: 'at most', value: 17 },
        detail: {
          median: median(frames.moving.flat()),
          p95ByRound: frames.moving.map((round) => quantile(round, 0.95)),
        },
      },
    ];
  } finally {
    await studio.discard();
  }
}

interface Step {
  /** Time that the window's thread ran for it, in ms. */
  readonly work: number;
  /** From its events until they were painted. */
  readonly painted: readonly number[];
}

const works = (rounds: readonly (readonly Step[])[]) =>
  rounds.map((round) => round.map(({ work }) => work));
const paints = (rounds: readonly (readonly Step[])[]) =>
  rounds.map((round) => round.flatMap(({ painted }) => painted));

interface Watched {
  /** How long the events since it was asked last took to be painted. */
  takeTimes: () => number[];
  /** When frames came since it was asked last; before, and unless `on`, none are watched. */
  takeFrames: (on: boolean) => number[];
}

async function watchFrames(page: Page): Promise<void> {
  await page.evaluate(() => {
    let times: number[] = [];
    let frames: number[] = [];
    let isOn = false;
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
    const turn = (now: number) => {
      if (!isOn) return;
      frames.push(now);
      requestAnimationFrame(turn);
    };
    Object.assign(globalThis, {
      takeTimes: () => {
        const taken = times;
        times = [];
        return taken;
      },
      takeFrames: (on: boolean) => {
        const taken = frames;
        frames = [];
        if (on && !isOn) requestAnimationFrame(turn);
        isOn = on;
        return taken;
      },
    });
  });
}

/** Gives the time, in ms, that the window's thread has run until now. */
async function watchThread(page: Page): Promise<() => Promise<number>> {
  const session = await page.context().newCDPSession(page);
  await session.send('Performance.enable', { timeDomain: 'threadTicks' });
  return async () => {
    const { metrics } = await session.send('Performance.getMetrics');
    return 1000 * (metrics.find(({ name }) => name === 'TaskDuration')?.value ?? Number.NaN);
  };
}

async function takeSteps(
  page: Page,
  threadTime: () => Promise<number>,
  act: (index: number) => Promise<unknown>,
): Promise<Step[]> {
  await page.waitForTimeout(1_500);
  await takeTimes(page);
  const steps: Step[] = [];
  let before = await threadTime();
  for (let index = 0; index < stepsInRound; index++) {
    await act(index);
    await page.waitForTimeout(30);
    const now = await threadTime();
    steps.push({ work: now - before, painted: await takeTimes(page) });
    before = await threadTime();
  }
  return steps;
}

/** How far apart the frames were meanwhile, in ms. */
async function framesWhile(page: Page, act: () => Promise<unknown>): Promise<number[]> {
  const take = (on: boolean) =>
    page.evaluate((on) => (globalThis as unknown as Watched).takeFrames(on), on);
  await take(true);
  await act();
  const frames = await take(false);
  return frames.slice(1).map((at, index) => at - frames[index]!);
}

/** Holds the thumb, and moves it a pixel or two at a time, which at so many changes is some hundred of them. */
async function startDrag(page: Page, part: number) {
  const { x, y, width } = await track(page);
  const start = x + width * part * 0.5;
  await page.mouse.move(start, y);
  await page.mouse.down();
  return { move: (index: number) => page.mouse.move(start + index * 1.5, y) };
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

function takeTimes(page: Page): Promise<number[]> {
  return page.evaluate(() => (globalThis as unknown as Watched).takeTimes());
}

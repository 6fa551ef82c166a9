import { join } from 'node:path';
import type { Page } from '@playwright/test';
import { openHistory } from '../../support/history.ts';
import { launchStudio } from '../../support/studio.ts';
import type { Effort, Figure } from '../figure.ts';
import type { Workshop } from '../libraries.ts';
import { liveThrough } from '../lives.ts';
import { median, quantile, typicalP95 } from '../statistics.ts';
import { openEssay } from '../studioWindow.ts';
import { type ThreadTime, threadTimes } from '../windowThread.ts';

const title = 'A long life';
const changes = 100_000;
const length = 60_000;
const stepsInRound = 120;

/**
 * Steps of the history's slider: what each takes of the window's one thread until it is drawn, and how far apart the
 * frames are while the slider is dragged. What follows a step in frames of its own, the page and the list of sessions
 * among it, is told beside it.
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
    const rounds: Record<'key' | 'drag' | 'jump' | 'still', ThreadTime[][]> = {
      key: [],
      drag: [],
      jump: [],
      still: [],
    };
    const frames: { moving: number[][]; still: number[][] } = { moving: [], still: [] };
    for (let round = 0; round < effort.rounds; round++) {
      const at = (round + 1) / (effort.rounds + 1);
      const forth = () => page.keyboard.press('ArrowRight');
      await goTo(page, at);
      rounds.key.push(await takeSteps(page, 'keydown', forth));
      frames.still.push(await framesWhile(page, () => page.waitForTimeout(1_500)));
      const drag = await startDrag(page, at);
      rounds.drag.push(await takeSteps(page, 'pointermove', drag.move));
      frames.moving.push(
        await framesWhile(page, async () => {
          for (let index = 0; index < stepsInRound; index++) await drag.move(stepsInRound - index);
        }),
      );
      await page.mouse.up();
      const anywhere = (index: number) => goTo(page, (index * 0.618) % 1);
      rounds.jump.push(await takeSteps(page, 'pointerdown', anywhere));
      await page.keyboard.press('End');
      rounds.still.push(await takeSteps(page, 'keydown', forth));
    }
    const what = `scrub ${changes.toLocaleString('en')} changes, ${length / 1000} KB`;
    const figure = (
      name: string,
      of: readonly (readonly ThreadTime[])[],
      part: keyof ThreadTime,
      most: number | null,
    ): Figure => {
      const times = timesOf(of, part);
      return {
        name: `${what}, ${name}, p95`,
        unit: 'ms',
        value: typicalP95(times),
        beside: {
          name: 'a step that shows nothing new',
          value: typicalP95(timesOf(rounds.still, part)),
        },
        bound: most === null ? null : { kind: 'at most', value: most },
        detail: {
          changes: last,
          loading,
          median: median(times.flat()),
          p95ByRound: times.map((round) => quantile(round, 0.95)),
        },
      };
    };
    return [
      figure('change by change: work until a step is drawn', rounds.key, 'drawn', 16),
      figure('dragged: work until a step is drawn', rounds.drag, 'drawn', 16),
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
      figure('clicked anywhere: work until it is drawn', rounds.jump, 'drawn', 100),
      figure('change by change: a step and what follows it', rounds.key, 'all', null),
      figure('dragged: a step and what follows it', rounds.drag, 'all', null),
    ];
  } finally {
    await studio.discard();
  }
}

const timesOf = (rounds: readonly (readonly ThreadTime[])[], part: keyof ThreadTime) =>
  rounds.map((round) => round.map((step) => step[part]));

interface Watched {
  /** When frames came since it was asked last; before, and unless `on`, none are watched. */
  takeFrames: (on: boolean) => number[];
}

async function watchFrames(page: Page): Promise<void> {
  await page.evaluate(() => {
    let frames: number[] = [];
    let isOn = false;
    const turn = (now: number) => {
      if (!isOn) return;
      frames.push(now);
      requestAnimationFrame(turn);
    };
    Object.assign(globalThis, {
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

async function takeSteps(
  page: Page,
  type: 'keydown' | 'pointermove' | 'pointerdown',
  act: (index: number) => Promise<unknown>,
): Promise<ThreadTime[]> {
  await page.waitForTimeout(1_500);
  return threadTimes(page, type, async () => {
    for (let index = 0; index < stepsInRound; index++) {
      await act(index);
      await page.waitForTimeout(30);
    }
  });
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

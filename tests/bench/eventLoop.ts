import type { monitorEventLoopDelay } from 'node:perf_hooks';
import { launchStudio, type Studio } from '../support/studio.ts';
import { openEssay } from './studioWindow.ts';
import { putCaret } from './typing.ts';

/** The delays of the main process's event loop, in milliseconds: at rest, and while the essay of that title is typed into. */
export async function watchTyping(library: string, title: string, milliseconds: number) {
  const studio = await launchStudio({ library });
  try {
    await openEssay(studio.page, title);
    await putCaret(studio.page, 'middle');
    await type(studio, 3_000);
    await studio.page.waitForTimeout(3_000);

    await watchLoop(studio);
    await studio.page.waitForTimeout(milliseconds / 2);
    const idle = await readLoop(studio);

    await watchLoop(studio);
    const keys = await type(studio, milliseconds);
    const typing = await readLoop(studio);
    return { idle, typing, keys };
  } finally {
    await studio.discard();
  }
}

/** Types at the pace of someone quick, with pauses as between sentences. */
async function type({ page }: Studio, milliseconds: number): Promise<number> {
  const until = performance.now() + milliseconds;
  let keys = 0;
  while (performance.now() < until) {
    await page.keyboard.press(words[keys % words.length]!);
    keys += 1;
    await page.waitForTimeout(keys % 40 === 0 ? 600 : 60 + Math.random() * 60);
  }
  return keys;
}

const words = [...'and then we looked at the graphs again '].map((key) =>
  key === ' ' ? 'Space' : key,
);

interface Watched {
  loopDelay: ReturnType<typeof monitorEventLoopDelay>;
}

function watchLoop(studio: Studio): Promise<void> {
  return studio.main(() => {
    const { monitorEventLoopDelay } = process.getBuiltinModule('node:perf_hooks');
    const histogram = monitorEventLoopDelay({ resolution: 1 });
    (globalThis as unknown as Watched).loopDelay = histogram;
    histogram.enable();
  });
}

function readLoop(
  studio: Studio,
): Promise<{ p50: number; p99: number; max: number; samples: number }> {
  return studio.main(() => {
    const { loopDelay } = globalThis as unknown as Watched;
    loopDelay.disable();
    const percentile = (part: number) => loopDelay.percentile(part) / 1e6;
    return {
      p50: percentile(50),
      p99: percentile(99),
      max: loopDelay.max / 1e6,
      samples: loopDelay.count,
    };
  });
}

import { execFileSync } from 'node:child_process';
import { mkdtempSync, readdirSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import type { Page } from '@playwright/test';
import { makePackages } from '#package/makePackages.ts';
import { targets } from '#package/target.ts';
import { makePackageRuntime, packageRuntimeEnv } from '../../package/check/packageRuntime.ts';
import { type LaunchOptions, launchStudio } from '../../support/studio.ts';
import type { Effort, Figure } from '../figure.ts';
import type { Workshop } from '../libraries.ts';
import { median } from '../statistics.ts';

/**
 * A package's size without Electron; starting what is in it, against the checkout in turns, until something of it was
 * painted; and how much of the window's code comes before the list stands.
 */
export async function packages({ rounds }: Effort, workshop: Workshop): Promise<Figure[]> {
  const folder = mkdtempSync(join(tmpdir(), 'longhand-'));
  try {
    const file = await makeTarball(folder);
    execFileSync('tar', ['-xf', file, '-C', folder]);
    const [top] = readdirSync(folder).filter((name) => name.startsWith('longhand-'));
    makePackageRuntime(folder);
    const program = join(folder, top!, 'longhand');
    const library = await workshop.large(200);
    const packed = { library, program, env: packageRuntimeEnv(folder) };
    const starts = await inTurns(rounds * 2, packed, { library });
    const code = await codeBeforeList(packed);
    return [
      {
        name: 'the package without Electron, compressed',
        unit: 'MB',
        value: statSync(file).size / 1e6,
        beside: { name: 'unpacked', value: sizeBelow(join(folder, top!)) / 1e6 },
        bound: { kind: 'at most', value: 12 },
      },
      {
        name: 'start of the package until its first paint',
        unit: 'ms',
        value: median(starts.packed),
        beside: { name: 'of the checkout', value: median(starts.checkout) },
        bound: { kind: 'ratio at most', value: 1.1 },
        detail: starts,
      },
      {
        name: 'code of the window before the list stands',
        unit: 'MB',
        value: code.before / 1e6,
        beside: { name: 'all of it', value: code.all / 1e6 },
        bound: { kind: 'ratio at most', value: 0.4 },
      },
    ];
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

async function makeTarball(folder: string): Promise<string> {
  const { made } = await makePackages({
    project: resolve('.'),
    out: join(folder, 'made'),
    targets: targets.filter(({ platform, arch }) => platform === 'linux' && arch === 'x64'),
    formats: ['tar.xz'],
    electron: null,
    standIn: 'always',
    env: {},
    say: () => {},
  });
  return made[0]!;
}

async function inTurns(rounds: number, packed: LaunchOptions, checkout: LaunchOptions) {
  const times = { packed: [] as number[], checkout: [] as number[] };
  // The first start of each finds nothing in the system's caches.
  for (let round = 0; round <= rounds; round++) {
    for (const [list, options] of [
      [times.packed, packed],
      [times.checkout, checkout],
    ] as const) {
      const took = await timeToPaint(options);
      if (round > 0) list.push(took);
    }
  }
  return times;
}

async function timeToPaint(options: LaunchOptions): Promise<number> {
  const start = Date.now();
  const studio = await launchStudio(options);
  try {
    return (await firstPaint(studio.page)) - start;
  } finally {
    await studio.discard();
  }
}

/** In ms since 1970. */
function firstPaint(page: Page): Promise<number> {
  return page.evaluate(
    () =>
      new Promise<number>((done) => {
        new PerformanceObserver((list) => {
          const [first] = list.getEntriesByName('first-contentful-paint');
          if (first) done(performance.timeOrigin + first.startTime);
        }).observe({ type: 'paint', buffered: true });
      }),
  );
}

/** Bytes of scripts that were asked for before the first row was there, and of all there are. */
async function codeBeforeList(options: LaunchOptions): Promise<{ before: number; all: number }> {
  const studio = await launchStudio(options);
  try {
    await studio.page.waitForSelector('.library .essay-row');
    const asked = await studio.page.evaluate(() =>
      performance
        .getEntriesByType('resource')
        .map(({ name }) => name)
        .filter((name) => name.endsWith('.js')),
    );
    const assets = resolve('out/renderer/assets');
    const sizeOf = (name: string) => statSync(join(assets, name)).size;
    const sum = (names: readonly string[]) => names.reduce((all, each) => all + sizeOf(each), 0);
    return {
      before: sum(asked.map((name) => name.slice(name.lastIndexOf('/') + 1))),
      all: sum(readdirSync(assets).filter((name) => name.endsWith('.js'))),
    };
  } finally {
    await studio.discard();
  }
}

function sizeBelow(folder: string): number {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .reduce((sum, entry) => sum + statSync(join(entry.parentPath, entry.name)).size, 0);
}

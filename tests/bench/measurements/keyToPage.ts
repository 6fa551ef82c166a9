import { resolve } from 'node:path';
import type { Page } from '@playwright/test';
import { pageStyle } from '#export/pageStyle.ts';
import { launchStudio } from '../../support/studio.ts';
import { documentOf } from '../documents.ts';
import type { Effort, Figure } from '../figure.ts';
import { type Size, sizes, type Workshop } from '../libraries.ts';
import { openPeers } from '../peerBrowser.ts';
import type { Peers } from '../peers/peers.ts';
import { median, quantile, typicalP95 } from '../statistics.ts';
import { frameBox, openEssay } from '../studioWindow.ts';
import { typeEverywhere, watchKeys } from '../typing.ts';

const bounds = { '100 KB': 50, '1 MB': 100 } as const satisfies Partial<Record<Size, number>>;

/** From a key to the paint of the page beside the text, and how much quicker that is than making the page anew. */
export async function keyToPage(effort: Effort, workshop: Workshop): Promise<Figure[]> {
  const tried = Object.keys(bounds) as (keyof typeof bounds)[];
  const studio = await launchStudio({ library: await workshop.ofSizes(tried) });
  const peers = await openPeers();
  const figures: Figure[] = [];
  try {
    await openEssay(studio.page, `An essay of ${tried[0]}`);
    await watchKeys(studio.page, { withPage: true });
    await openWhole(peers.page, await frameBox(studio.page));
    for (const size of tried) {
      await openEssay(studio.page, `An essay of ${size}`);
      const pages: number[][] = [];
      const editors: number[][] = [];
      const wholes: number[] = [];
      for (let round = 0; round < effort.rounds; round++) {
        const times = await typeEverywhere(studio.page, effort.keys);
        pages.push(times.page);
        editors.push(times.editor);
        for (let again = 0; again < 2; again++) {
          wholes.push(await replaceWhole(peers.page, documentOf(sizes[size])));
        }
      }
      figures.push({
        name: `key to the page, ${size}, p95`,
        unit: 'ms',
        value: typicalP95(pages),
        beside: { name: 'key to the editor', value: typicalP95(editors) },
        bound: { kind: 'at most', value: bounds[size] },
        detail: {
          median: median(pages.flat()),
          p95ByRound: pages.map((one) => quantile(one, 0.95)),
        },
      });
      if (size === '1 MB') {
        figures.push({
          name: `key to the page, ${size}, median`,
          unit: 'ms',
          value: median(pages.flat()),
          beside: { name: 'rendering and replacing it whole', value: median(wholes) },
          bound: { kind: 'times faster', value: 10 },
          detail: { wholes },
        });
      }
    }
  } finally {
    await peers.close();
    await studio.discard();
  }
  return figures;
}

interface WithWhole {
  readonly peers: Peers;
  replaceWhole: Awaited<ReturnType<Peers['openWholePage']>>;
}

async function openWhole(page: Page, frame: { width: number; height: number }): Promise<void> {
  const style = pageStyle(resolve(import.meta.dirname, '../../../resources'));
  await page.evaluate(
    async ([css, { width, height }]) => {
      const there = window as unknown as WithWhole;
      there.replaceWhole = await there.peers.openWholePage(css, width, height);
    },
    [style, frame] as const,
  );
}

function replaceWhole(page: Page, text: string): Promise<number> {
  return page.evaluate((whole) => (window as unknown as WithWhole).replaceWhole(whole), text);
}

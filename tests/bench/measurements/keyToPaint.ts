import { launchStudio } from '../../support/studio.ts';
import { documentOf } from '../documents.ts';
import type { Effort, Figure } from '../figure.ts';
import { type Size, sizes, type Workshop } from '../libraries.ts';
import { openPeers } from '../peerBrowser.ts';
import type { Peers } from '../peers/peers.ts';
import { median, quantile, typicalP95 } from '../statistics.ts';
import { editorBox, openEssay } from '../studioWindow.ts';
import { type Place, places, typeAt, watchKeys } from '../typing.ts';

/** From a key to the editor's paint, in the studio with the page beside the text, against a bare CodeMirror in turns. */
export async function keyToPaint(effort: Effort, workshop: Workshop): Promise<Figure[]> {
  const tried = Object.keys(sizes) as Size[];
  const studio = await launchStudio({ library: await workshop.ofSizes(tried) });
  const peers = await openPeers();
  const figures: Figure[] = [];
  try {
    await watchKeys(peers.page, { withPage: false });
    await watchKeys(studio.page, { withPage: false });
    for (const size of tried) {
      await openEssay(studio.page, `An essay of ${size}`);
      const box = await editorBox(studio.page);
      await peers.page.evaluate(
        ([text, room]) => {
          (window as unknown as { peers: Peers }).peers.openBareEditor(text, room);
        },
        [documentOf(sizes[size]), box] as const,
      );
      const ours: number[][] = [];
      const theirs: number[][] = [];
      for (let round = 0; round < effort.rounds; round++) {
        const [our, their]: [number[], number[]] = [[], []];
        for (const place of Object.keys(places) as Place[]) {
          our.push(...(await typeAt(studio.page, place, effort.keys)).editor);
          their.push(...(await typeAt(peers.page, place, effort.keys)).editor);
        }
        ours.push(our);
        theirs.push(their);
      }
      figures.push({
        name: `key to paint, ${size}, p95`,
        unit: 'ms',
        value: typicalP95(ours),
        beside: { name: 'bare CodeMirror', value: typicalP95(theirs) },
        bound: { kind: 'ratio at most', value: 1.25 },
        detail: { ours: spread(ours), theirs: spread(theirs) },
      });
    }
  } finally {
    await peers.close();
    await studio.discard();
  }
  return figures;
}

function spread(rounds: number[][]) {
  const all = rounds.flat();
  return {
    median: median(all),
    p95: quantile(all, 0.95),
    p95ByRound: rounds.map((round) => quantile(round, 0.95)),
  };
}

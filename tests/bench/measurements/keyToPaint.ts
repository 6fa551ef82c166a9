import { launchStudio } from '../../support/studio.ts';
import { documentOf } from '../documents.ts';
import type { Effort, Figure } from '../figure.ts';
import { type Size, sizes, type Workshop } from '../libraries.ts';
import { openPeers } from '../peerBrowser.ts';
import type { Peers } from '../peers/peers.ts';
import { median, quantile } from '../statistics.ts';
import { editorBox, openEssay } from '../studioWindow.ts';
import { type KeyTimes, type Place, places, together, typeAt, watchKeys } from '../typing.ts';

/**
 * From a key to its letter on a screen of 60 Hz, in the studio with the page beside the text, against a bare CodeMirror
 * in turns.
 */
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
      const ours: KeyTimes[] = [];
      const theirs: KeyTimes[] = [];
      for (let round = 0; round < effort.rounds * 2; round++) {
        const [our, their]: [KeyTimes[], KeyTimes[]] = [[], []];
        for (const place of Object.keys(places) as Place[]) {
          const turns = [
            async () => our.push(await typeAt(studio.page, place, effort.keys)),
            async () => their.push(await typeAt(peers.page, place, effort.keys)),
          ];
          // What the machine does besides comes and goes: neither is always the one after.
          if (round % 2 === 1) turns.reverse();
          for (const turn of turns) await turn();
        }
        ours.push(together(our));
        theirs.push(together(their));
      }
      figures.push({
        name: `key to paint, ${size}, p95`,
        unit: 'ms',
        value: quantile(together(ours).editor, 0.95),
        beside: { name: 'bare CodeMirror', value: quantile(together(theirs).editor, 0.95) },
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

function spread(rounds: readonly KeyTimes[]) {
  const { editor, work } = together(rounds);
  return {
    median: median(editor),
    p95ByRound: rounds.map((round) => quantile(round.editor, 0.95)),
    beforeTheScreen: { median: median(work), p95: quantile(work, 0.95) },
  };
}

import type { EssayId } from '#contract/essay.ts';
import type { Reading, Receipt, Shelf } from '#contract/publishing.ts';
import { rendererVersion } from '#markdown/rendererVersion.ts';
import type { Render } from '../rendering/render.ts';
import { readingOf } from '../site/readingOf.ts';
import type { Readings } from './piece.ts';

/** Readings from receipts where the essay is what it was then, else by rendering it. */
export function openReadings(shelf: Shelf, receipts: readonly Receipt[], render: Render): Readings {
  const facts = new Map(shelf.essays.map((essay) => [essay.id, essay]));
  const known = new Map<EssayId, Reading>();
  for (const { essays, reading, renderer } of receipts) {
    const [state] = essays;
    const now = state && facts.get(state.id);
    if (!reading || !now || renderer !== rendererVersion) continue;
    if (now.revision === state.revision && now.head === state.head) known.set(state.id, reading);
  }
  return {
    of: async (id) => {
      const found = known.get(id) ?? readingOf(await render((await shelf.read(id)).body));
      known.set(id, found);
      return found;
    },
    put: (id, reading) => known.set(id, reading),
  };
}

import { setTimeout } from 'node:timers/promises';
import { StudioError } from '#contract/errors.ts';
import type { Target } from '#contract/publishing.ts';
import { openKeptPages } from '#library/pages/keptPages.ts';
import { readReceipts } from '#library/receipts/receipts.ts';
import { listTargets } from '#library/targets/readTargets.ts';
import { shelfImages } from '#publish/images/shelfImages.ts';
import { isRendered, piecesFor } from '#publish/plan/piecesFor.ts';
import { reasonsFor } from '#publish/plan/planPublish.ts';
import { openReadings } from '#publish/plan/readings.ts';
import { type Render, renderHere } from '#publish/rendering/render.ts';
import { renderKept } from '#publish/rendering/renderKept.ts';
import { partsFor } from './planTarget.ts';
import type { PressDesk } from './pressDesk.ts';
import { shelfOf } from './shelfOf.ts';

/**
 * Renders and keeps the pages that publishing would ask for and that nobody has kept: for their check and as they go
 * out. What is at its target as it would go out now is not looked at. One page at a time, with a rest as long as each
 * took, so that it takes half of one processor at most. Gives how many pages were rendered. Throws `cancelled`.
 */
export async function renderAhead(desk: PressDesk): Promise<number> {
  const { library, signal } = desk;
  const pages = openKeptPages(library);
  let rendered = 0;
  const render = renderKept(pages, async (source, images) => {
    if (signal?.aborted) throw new StudioError('cancelled', 'Rendering ahead was stopped.');
    const start = performance.now();
    const page = renderHere(source, images);
    rendered++;
    // In its rest it hears that it is to stop.
    await setTimeout(performance.now() - start);
    return page;
  });
  try {
    for (const target of listTargets(library).filter(isRendered)) {
      await renderFor(desk, target, render);
    }
  } finally {
    pages.close();
  }
  return rendered;
}

async function renderFor({ library, resources }: PressDesk, target: Target, render: Render) {
  const { shelf } = shelfOf(library, target);
  const receipts = readReceipts(library, target.id);
  const last = new Map(receipts.map((receipt) => [receipt.path, receipt]));
  const tools = { render, ...partsFor(target, resources) };
  const { pieces } = piecesFor(target, shelf, receipts, tools);
  const images = shelfImages(shelf);
  const readings = openReadings(shelf, receipts, render);
  for (const piece of pieces) {
    const receipt = last.get(piece.path);
    const isThere = receipt && reasonsFor(piece, receipt).length === 0;
    if (piece.renderer === '' || isThere) continue;
    for (const { id } of piece.essays) {
      const essay = await shelf.read(id);
      await render(essay.body, images.rendered(essay, essay.body));
    }
    await piece.make(readings);
  }
}

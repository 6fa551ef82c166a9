import type { Essay } from '#contract/essay.ts';
import type { Target, TargetKind } from '#contract/publishing.ts';
import { piecesFor } from '#publish/plan/piecesFor.ts';
import { openReadings } from '#publish/plan/readings.ts';
import { renderHere } from '#publish/rendering/render.ts';
import type { SiteParts } from '#publish/site/siteParts.ts';
import { shelfOf, targetWith } from './targetWith.ts';

/** Every file that these essays become at a target, by its path. */
export async function published(
  target: Partial<Target> & { kind: TargetKind },
  essays: readonly Partial<Essay>[],
  parts?: SiteParts,
): Promise<Record<string, string>> {
  const shelf = shelfOf(...essays);
  const { pieces } = piecesFor(targetWith(target), shelf, [], parts ? { parts } : {});
  const readings = openReadings(shelf, [], renderHere);
  const files: Record<string, string> = {};
  for (const piece of pieces) {
    const { content } = await piece.make(readings);
    files[piece.path] = Buffer.from(content as string).toString('utf8');
  }
  return files;
}

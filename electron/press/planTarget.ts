import type { Receipt, Target } from '#contract/publishing.ts';
import { readReceipts } from '#library/receipts/receipts.ts';
import type { PublishTools } from '#publish/plan/piecesFor.ts';
import { type Plan, planPublish } from '#publish/plan/planPublish.ts';
import { readSiteParts } from '#publish/site/siteParts.ts';
import type { PressDesk } from './pressDesk.ts';
import { shelfOf, type TargetShelf } from './shelfOf.ts';
import { type Rendering, withRendering } from './withRendering.ts';

export interface TargetPlan extends TargetShelf {
  readonly target: Target;
  readonly plan: Plan;
  readonly receipts: readonly Receipt[];
  readonly rendering: Rendering;
}

/**
 * Plans what publishing to a target would do and gives it to `use`. Files of essays that cannot be read are left out
 * of the plan, so that nobody takes them for removed. Throws as planPublish does.
 */
export function planTarget<T>(
  desk: PressDesk,
  target: Target,
  use: (planned: TargetPlan) => Promise<T> | T,
): Promise<T> {
  const { library, resources } = desk;
  return withRendering(desk, async (rendering) => {
    const onShelf = shelfOf(library, target);
    const unread = new Set(onShelf.damaged.map(({ id }) => id));
    const receipts = readReceipts(library, target.id).filter(
      ({ essays }) => !essays.some(({ id }) => unread.has(id)),
    );
    const tools: PublishTools = { render: rendering.render, ...partsFor(target, resources) };
    const plan = await planPublish(target, onShelf.shelf, receipts, tools);
    return use({ ...onShelf, target, plan, receipts, rendering });
  });
}

/** What a target is made of besides essays. */
export function partsFor({ kind, site }: Target, resources: string): Pick<PublishTools, 'parts'> {
  return kind === 'site' ? { parts: readSiteParts(resources, site.template || undefined) } : {};
}

import type { EssayId } from '#contract/essay.ts';
import type { Target, TargetStatus } from '#contract/publishing.ts';
import { onlyEssay } from '#publish/plan/onlyEssay.ts';
import { previewOf } from '#publish/plan/planPublish.ts';
import { planTarget } from './planTarget.ts';
import type { PressDesk } from './pressDesk.ts';

/** How a target's folder stands to the library, or the files of one essay there. Writes nothing; throws where its folder or its settings cannot be used. */
export function statusOf(
  desk: PressDesk,
  target: Target,
  only: EssayId | null = null,
): Promise<TargetStatus> {
  return planTarget(desk, target, ({ plan, receipts, damaged, shelf }) => {
    const preview = previewOf(only === null ? plan : onlyEssay(plan, shelf, only));
    return {
      ...preview,
      notes: [...damaged.map(damagedNote), ...preview.notes],
      publishedAt: receipts.reduce<string | null>(
        (last, { publishedAt }) => (last !== null && last > publishedAt ? last : publishedAt),
        null,
      ),
      essays: shelf.essays.length,
    };
  });
}

export function damagedNote({ title }: { readonly title: string }): string {
  return `“${title}” is damaged in the library, so nothing can be published before it is mended.`;
}

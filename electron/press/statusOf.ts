import type { Target, TargetStatus } from '#contract/publishing.ts';
import { previewOf } from '#publish/plan/planPublish.ts';
import { planTarget } from './planTarget.ts';
import type { PressDesk } from './pressDesk.ts';

/** How a target's folder stands to the library. Writes nothing; throws where its folder or its settings cannot be used. */
export function statusOf(desk: PressDesk, target: Target): Promise<TargetStatus> {
  return planTarget(desk, target, ({ plan, receipts, damaged, shelf }) => {
    const preview = previewOf(plan);
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

import { readFileSync } from 'node:fs';
import { StudioError } from '#contract/errors.ts';
import type { FileDifference, Receipt, Target, TwoTexts } from '#contract/publishing.ts';
import { textAt } from '#library/journal/textAt.ts';
import type { Library } from '#library/openLibrary.ts';
import type { PlannedFile } from '#publish/plan/planPublish.ts';
import { proseOf } from '#publish/proseOf.ts';
import { planTarget } from './planTarget.ts';
import type { PressDesk } from './pressDesk.ts';

/** What publishing changes at a path of a target. Throws `not-found` when no file stands or would stand there. */
export function differenceAt(
  desk: PressDesk,
  target: Target,
  path: string,
): Promise<FileDifference> {
  return planTarget(desk, target, async ({ plan, shelf }) => {
    const file = plan.files.find((each) => each.path === path);
    if (!file) throw new StudioError('not-found', `Nothing goes out as “${path}” any more.`);
    const { piece, found } = file;
    const made = piece ? (await piece.make(plan.readings)).content : null;
    const essay = piece?.essay ? await shelf.read(piece.essay) : null;
    const there = found.kind === 'file' ? readFileSync(plan.folder.ready(path)) : null;
    return {
      source: { before: lastSource(desk.library, file), after: essay?.body ?? null },
      file: asShown(path, { before: text(there), after: text(made) }),
    };
  });
}

/** The essay's text as it went out last; null when it never did, or when that cannot be told any more. */
function lastSource(library: Library, { receipt }: PlannedFile): string | null {
  const state = ownEssay(receipt);
  if (!state) return null;
  try {
    return textAt(library, state.id, state.revision);
  } catch (thrown) {
    if (thrown instanceof StudioError) return null;
    throw thrown;
  }
}

function ownEssay(receipt: Receipt | null) {
  return receipt?.essays.length === 1 ? receipt.essays[0]! : null;
}

function text(content: Uint8Array | string | null): string | null {
  if (content === null || typeof content === 'string') return content;
  return content.includes(0) ? null : Buffer.from(content).toString('utf8');
}

function asShown(path: string, { before, after }: TwoTexts): TwoTexts {
  if (!path.endsWith('.html')) return { before, after };
  return {
    before: before === null ? null : proseOf(before),
    after: after === null ? null : proseOf(after),
  };
}

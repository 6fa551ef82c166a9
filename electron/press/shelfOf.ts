import type { EssayId } from '#contract/essay.ts';
import type { EssayFacts, Shelf, Target } from '#contract/publishing.ts';
import { listFacts } from '#library/essays/listFacts.ts';
import { readEssay } from '#library/essays/readEssay.ts';
import { publishedImages } from '#library/images/imageUse.ts';
import { textAt } from '#library/journal/textAt.ts';
import type { Library } from '#library/openLibrary.ts';
import { asItCame } from './asItCame.ts';

export interface TargetShelf {
  readonly shelf: Shelf;
  /** Essays that may have to go there, but cannot be read. */
  readonly damaged: ReturnType<typeof listFacts>['damaged'];
}

/** The essays of a library that go to a target, and its images, each as it is now, whatever is written to it while they are read. */
export function shelfOf(
  library: Library,
  { chosen }: { readonly chosen: Target['chosen'] | null },
): TargetShelf {
  const { essays, damaged } = listFacts(library, chosen);
  const facts = new Map(essays.map((essay) => [essay.id, essay]));
  return {
    damaged,
    shelf: {
      essays,
      read: (id) => readAsOf(library, id, facts.get(id)!),
      images: publishedImages(library),
      readAsItCame: (id) => asItCame(library, facts.get(id)!),
    },
  };
}

function readAsOf(library: Library, id: EssayId, facts: EssayFacts) {
  const essay = readEssay(library, id);
  if (essay.revision === facts.revision) return essay;
  return { ...facts, body: textAt(library, id, facts.revision) };
}

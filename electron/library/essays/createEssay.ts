import type { Essay, NewEssay } from '#contract/essay.ts';
import type { Library } from '../library.ts';
import { writing } from '../transaction.ts';
import { insertEssay } from './insertEssay.ts';
import { readEssay } from './readEssay.ts';

/** Adds an essay. A slug it starts with counts as set by the writer. Throws `invalid` for fields that cannot be used. */
export function createEssay(library: Library, start: NewEssay): Essay {
  return createEssays(library, [start])[0] as Essay;
}

/** Adds essays, all or none. Other writers wait meanwhile, so bring thousands in batches. */
export function createEssays(library: Library, starts: readonly NewEssay[]): Essay[] {
  return writing(library, () =>
    starts.map((start) =>
      readEssay(library, insertEssay(library, start, start.origin ? 'imported' : 'created')),
    ),
  );
}

import type { Essay, NewEssay } from '#contract/essay.ts';
import { createEssays } from '#library/essays/createEssay.ts';
import { openLibrary } from '#library/openLibrary.ts';

/** Puts essays into the library at `path`, made when it is missing, before a studio opens it. */
export function stockLibrary(path: string, essays: readonly NewEssay[]): Essay[] {
  const library = openLibrary(path);
  try {
    return createEssays(library, [...essays]);
  } finally {
    library.close();
  }
}

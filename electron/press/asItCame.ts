import { StudioError } from '#contract/errors.ts';
import type { Essay } from '#contract/essay.ts';
import type { EssayFacts } from '#contract/publishing.ts';
import { textAt } from '#library/journal/textAt.ts';
import type { Library } from '#library/openLibrary.ts';

/** An essay as its file brought it in; null where it came from none, or that cannot be told. */
export function asItCame(library: Library, facts: EssayFacts): Essay | null {
  const { id, origin } = facts;
  if (!origin) return null;
  try {
    const { baseline } = origin;
    return { ...facts, ...baseline, slugIsSet: baseline.slug !== '', body: textAt(library, id, 1) };
  } catch (thrown) {
    if (thrown instanceof StudioError) return null;
    throw thrown;
  }
}

import type { Essay } from '#contract/essay.ts';
import { ruleTable } from '#contract/preflight.ts';
import type { Finding, Target } from '#contract/publishing.ts';
import type { ListedImage } from '#markdown/images/imageBook.ts';
import { type KnownEssays, openReview } from './review.ts';
import { rules } from './rules.ts';

export interface PreflightOptions {
  readonly known: KnownEssays;
  /** The author's own list of names that must not leave. */
  readonly names?: readonly string[];
  /** The images of the library. */
  readonly images?: readonly ListedImage[];
}

/** Everything to look at before an essay goes out to a target, in the order of its lines; what is about the whole essay comes first. */
export function preflight(
  essay: Essay,
  target: Target,
  { known, names = [], images = [] }: PreflightOptions,
): Finding[] {
  const review = openReview(essay, target, known, names, images);
  const findings = rules.flatMap(({ name, check }) => {
    const weight = target.weights[name] ?? ruleTable[name].weight;
    return weight === 'off' ? [] : check(review).map((found) => ({ rule: name, weight, ...found }));
  });
  return findings.sort((a, b) => (a.line ?? -1) - (b.line ?? -1));
}

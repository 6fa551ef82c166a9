import type { Essay } from '#contract/essay.ts';
import { ruleTable } from '#contract/preflight.ts';
import type { Finding, Target } from '#contract/publishing.ts';
import { type KnownEssays, openReview, type Pictures } from './review.ts';
import { rules } from './rules.ts';

export interface PreflightOptions {
  readonly known: KnownEssays;
  /** The author's own list of names that must not leave. */
  readonly names?: readonly string[];
  readonly pictures?: Pictures;
}

const noPictures: Pictures = { images: [], drawing: () => undefined };

/** Everything to look at before an essay goes out to a target, in the order of its lines; what is about the whole essay comes first. */
export function preflight(
  essay: Essay,
  target: Target,
  { known, names = [], pictures = noPictures }: PreflightOptions,
): Finding[] {
  const review = openReview(essay, target, known, names, pictures);
  const findings = rules.flatMap(({ name, check }) => {
    const weight = target.weights[name] ?? ruleTable[name].weight;
    return weight === 'off' ? [] : check(review).map((found) => ({ rule: name, weight, ...found }));
  });
  return findings.sort((a, b) => (a.line ?? -1) - (b.line ?? -1));
}

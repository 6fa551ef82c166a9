import type { Essay } from '#contract/essay.ts';
import type { Finding, Target, Weight } from '#contract/publishing.ts';
import { type KnownEssays, openReview } from './review.ts';
import { rules } from './rules.ts';

export interface PreflightOptions {
  readonly known: KnownEssays;
  /** By rule; a rule without one has its usual weight. */
  readonly weights?: Readonly<Record<string, Weight>>;
  /** The author's own list of names that must not leave. */
  readonly names?: readonly string[];
}

/** Everything to look at before an essay goes out to a target, in the order of its lines; what is about the whole essay comes first. */
export function preflight(
  essay: Essay,
  target: Target,
  { known, weights = {}, names = [] }: PreflightOptions,
): Finding[] {
  const review = openReview(essay, target, known, names);
  const findings = rules.flatMap(({ name, weight: usual, check }) => {
    const weight = weights[name] ?? usual;
    return weight === 'off' ? [] : check(review).map((found) => ({ rule: name, weight, ...found }));
  });
  return findings.sort((a, b) => (a.line ?? -1) - (b.line ?? -1));
}

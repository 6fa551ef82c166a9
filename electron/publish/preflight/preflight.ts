import type { Essay } from '#contract/essay.ts';
import { ruleTable } from '#contract/preflight.ts';
import type { Finding, Target } from '#contract/publishing.ts';
import type { ListedImage } from '#markdown/images/imageBook.ts';
import type { RenderedText } from '../rendering/render.ts';
import { type KnownEssays, openReview } from './review.ts';
import { rules } from './rules.ts';

export interface PreflightOptions {
  /** The page of the essay's source. */
  readonly page: RenderedText;
  /** The images that it was rendered with. */
  readonly images?: readonly ListedImage[];
  readonly known: KnownEssays;
  /** The author's own list of names that must not leave. */
  readonly names?: readonly string[];
}

/** Everything to look at before an essay goes out to a target, in the order of its lines; what is about the whole essay comes first. */
export function preflight(
  essay: Essay,
  target: Target,
  { page, images = [], known, names = [] }: PreflightOptions,
): Finding[] {
  const review = openReview(essay, target, { page, images, known, names });
  const findings = rules.flatMap(({ name, check }) => {
    const weight = target.weights[name] ?? ruleTable[name].weight;
    return weight === 'off' ? [] : check(review).map((found) => ({ rule: name, weight, ...found }));
  });
  return findings.sort((a, b) => (a.line ?? -1) - (b.line ?? -1));
}

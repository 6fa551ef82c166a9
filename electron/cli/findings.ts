import type { EssayFindings } from '#contract/publishing.ts';
import { printableLine } from './printable.ts';

/** A line for each finding: how much it weighs, slug and line as `slug:12`, the rule, and the sentences. */
export function findingRows(found: readonly EssayFindings[]): string[][] {
  return found.flatMap(({ slug, findings }) =>
    findings.map(({ weight, line, rule, message, advice }) =>
      [weight, line === null ? slug : `${slug}:${line + 1}`, rule, `${message} ${advice}`].map(
        printableLine,
      ),
    ),
  );
}

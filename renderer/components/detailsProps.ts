import type { EssayFields, EssayPatch } from '#contract/essay.ts';
import type { EssayFacts } from '#renderer/state/openEssay.ts';

/** What each part of the details is given. */
export interface DetailsProps {
  readonly essay: EssayFacts;
  readonly change: (patch: EssayPatch) => void;
  /** Why the library refused what was typed last in a field. */
  readonly problem: (name: keyof EssayFields) => string | undefined;
}

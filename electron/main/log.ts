import { StudioError } from '#contract/errors.ts';

/** Writes a defect, something thrown that nobody expected, to standard error with its stack. Expected failures are not logged. */
export function reportDefect(doing: string, thrown: unknown): void {
  if (thrown instanceof StudioError) return;
  console.error(`Longhand failed while ${doing}:`, thrown);
}

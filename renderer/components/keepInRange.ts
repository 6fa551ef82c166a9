import { defaultRangeExtractor, type Range } from '@tanstack/react-virtual';

/** The rows to show, with the one the keys are at among them, so that the list can always name it. */
export function keepInRange(range: Range, kept: number): number[] {
  const shown = defaultRangeExtractor(range);
  if (kept < 0 || kept >= range.count || shown.includes(kept)) return shown;
  return [...shown, kept].sort((a, b) => a - b);
}

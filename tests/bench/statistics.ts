/** The value below which the given part (0 to 1) of the values lie. */
export function quantile(values: readonly number[], part: number): number {
  const sorted = [...values].sort((a, b) => a - b);
  const at = Math.min(sorted.length - 1, Math.floor(sorted.length * part));
  return sorted[at] ?? Number.NaN;
}

export function median(values: readonly number[]): number {
  return quantile(values, 0.5);
}

/** The p95 of each round, and of these the one in the middle: a burst of other work spoils a round, not the figure. */
export function typicalP95(rounds: readonly (readonly number[])[]): number {
  return median(rounds.map((values) => quantile(values, 0.95)));
}

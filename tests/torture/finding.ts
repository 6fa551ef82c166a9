/** One line of the table: what was counted, and what it must be. */
export interface Finding {
  readonly name: string;
  readonly value: number;
  /** What the value is counted among, or its unit. */
  readonly of: string;
  readonly bound: { readonly kind: 'at most' | 'at least'; readonly value: number } | null;
  /** What the JSON keeps besides. */
  readonly detail?: unknown;
}

export interface TortureOptions {
  /** How often each torture is done; null for as often as it is meant to be. */
  readonly runs: number | null;
  /** The first run's seed: the same seed does the same. */
  readonly seed: number;
  /** A folder for whatever is made; it goes away. */
  readonly room: string;
}

export function passes({ value, bound }: Finding): boolean {
  if (bound === null) return true;
  return bound.kind === 'at most' ? value <= bound.value : value >= bound.value;
}

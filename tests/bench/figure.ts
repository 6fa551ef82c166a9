/** One line of the table: what was measured, and what it was measured against in the same run. */
export interface Figure {
  readonly name: string;
  readonly unit: 'ms' | 'MB';
  readonly value: number;
  /** The peer or the floor. */
  readonly beside: { readonly name: string; readonly value: number };
  /** Null for what is told and not claimed. */
  readonly bound: Bound | null;
  /** What the JSON keeps besides. */
  readonly detail?: unknown;
}

export type Bound =
  /** In the figure's unit. */
  | { readonly kind: 'at most'; readonly value: number }
  /** The value by what is beside it. */
  | { readonly kind: 'ratio at most'; readonly value: number }
  /** What is beside it by the value. */
  | { readonly kind: 'times faster'; readonly value: number };

/** How much to measure. */
export interface Effort {
  readonly rounds: number;
  /** Keys typed at each place in each round. */
  readonly keys: number;
  /** Keys replayed to see what memory they leave behind. */
  readonly replayedKeys: number;
  /** Essays in the large library. */
  readonly essays: number;
  /** Questions asked of the search. */
  readonly questions: number;
  /** Milliseconds of typing while the main process is watched. */
  readonly watched: number;
}

/**
 * A key to its paint has its p95 from 600 keys, a key to the page the middle one of five rounds, a search its own from
 * 1,500 questions.
 */
export const fullEffort: Effort = {
  rounds: 5,
  keys: 20,
  replayedKeys: 20_000,
  essays: 10_000,
  questions: 1_500,
  watched: 12_000,
};

export const quickEffort: Effort = {
  rounds: 2,
  keys: 12,
  replayedKeys: 1_500,
  essays: 10_000,
  questions: 200,
  watched: 6_000,
};

/** The value by what is beside it; for speed-ups the other way round. */
export function ratioOf({ value, beside, bound }: Figure): number {
  return bound?.kind === 'times faster' ? beside.value / value : value / beside.value;
}

export function passes(figure: Figure): boolean {
  const { bound, value } = figure;
  switch (bound?.kind) {
    case undefined:
      return true;
    case 'at most':
      return value <= bound.value;
    case 'ratio at most':
      return ratioOf(figure) <= bound.value;
    case 'times faster':
      return ratioOf(figure) >= bound.value;
  }
}

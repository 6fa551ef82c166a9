/** Numbers that look random and are the same for the same seed (mulberry32). */
export interface Random {
  /** An integer from 0 to below `below`. */
  readonly below: (below: number) => number;
  readonly pick: <T>(choices: readonly T[]) => T;
  readonly bytes: (count: number) => Buffer;
}

export function randomFrom(seed: number): Random {
  let state = seed >>> 0;
  const next = () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return (mixed ^ (mixed >>> 14)) >>> 0;
  };
  const below = (limit: number) => Math.floor((next() / 2 ** 32) * limit);
  return {
    below,
    pick: (choices) => choices[below(choices.length)]!,
    bytes: (count) => Buffer.from(Array.from({ length: count }, () => next() & 0xff)),
  };
}

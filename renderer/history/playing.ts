import type { Moment } from './moments.ts';

/** How many times faster than it was written. */
export const speeds = [1, 4, 16, 64, 256] as const;
export type Speed = (typeof speeds)[number];

/** Longer pauses are cut to this, in ms: what is watched is the writing. */
const longestPause = 800;
/** Changes that came at the same instant still follow one another, in ms. */
const shortestPause = 8;

/**
 * Where playing is after `time` ms from `moment` on, and what of the time is left over for the next frame. A clock
 * that was set back takes no time.
 */
export function playOn(
  moments: readonly Moment[],
  moment: number,
  time: number,
): { readonly moment: number; readonly left: number } {
  let left = time;
  let at = moment;
  for (; at + 1 < moments.length; at++) {
    const gap = moments[at + 1]!.at - moments[at]!.at;
    const pause = Math.min(longestPause, Math.max(shortestPause, gap));
    if (pause > left) return { moment: at, left };
    left -= pause;
  }
  return { moment: at, left: 0 };
}

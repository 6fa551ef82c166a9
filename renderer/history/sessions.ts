import type { StepSource } from '#contract/history.ts';
import type { Moment } from './moments.ts';

/** A stretch of writing without a long pause. */
export interface Session {
  /** Its first and last moment. */
  readonly first: number;
  readonly last: number;
  /** When it began and ended by the clock, in ms since 1970. */
  readonly began: number;
  readonly ended: number;
  /** How long was written, in ms; what a clock was set back or forward by does not count. */
  readonly length: number;
  /** How often text came in another way than by typing. */
  readonly sources: Readonly<Partial<Record<StepSource, number>>>;
  /** Moments in it that the writer gave a name. */
  readonly names: readonly number[];
}

/** A pause that ends a session, in ms. */
export const longPause = 30 * 60_000;

/** The sessions of a history in order. The order of moments rules, whatever the clock said. */
export function sessionsOf(moments: readonly Moment[]): Session[] {
  const sessions: Session[] = [];
  for (let first = 0; first < moments.length; ) {
    let last = first;
    let length = 0;
    for (; last + 1 < moments.length; last++) {
      const gap = moments[last + 1]!.at - moments[last]!.at;
      if (Math.abs(gap) > longPause) break;
      length += Math.max(0, gap);
    }
    sessions.push(sessionOf(moments, first, last, length));
    first = last + 1;
  }
  return sessions;
}

/** The place of the session that holds a moment. */
export function sessionAt(sessions: readonly Session[], moment: number): number {
  let low = 0;
  for (let high = sessions.length - 1; low < high; ) {
    const middle = (low + high) >> 1;
    if (sessions[middle]!.last < moment) low = middle + 1;
    else high = middle;
  }
  return low;
}

function sessionOf(
  moments: readonly Moment[],
  first: number,
  last: number,
  length: number,
): Session {
  const sources: Partial<Record<StepSource, number>> = {};
  const names: number[] = [];
  for (let index = first; index <= last; index++) {
    const moment = moments[index]!;
    if (moment.kind === 'text') sources[moment.source] = (sources[moment.source] ?? 0) + 1;
    else if (moment.kind === 'named') names.push(index);
  }
  const [began, ended] = [moments[first]!.at, moments[last]!.at];
  return { first, last, began, ended, length, sources, names };
}

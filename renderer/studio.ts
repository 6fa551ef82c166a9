import { type Result, StudioError } from '#contract/errors.ts';
import type { EventName, Events } from '#contract/events.ts';
import type { Channel, Requests } from '#contract/requests.ts';
import type { Studio } from '#contract/studio.ts';

declare global {
  interface Window {
    readonly studio: Studio;
  }
}

/** Asks the main process. Rejects with a `StudioError` when it refuses. */
export type Ask = <C extends Channel>(
  channel: C,
  ...args: Parameters<Requests[C]>
) => Promise<ReturnType<Requests[C]>>;

/** Calls back on each event until the function returned is called. */
export type Listen = <E extends EventName>(
  event: E,
  listener: (value: Events[E]) => void,
) => () => void;

export const ask: Ask = async <C extends Channel>(
  channel: C,
  ...args: Parameters<Requests[C]>
): Promise<ReturnType<Requests[C]>> => {
  // TypeScript cannot tie one channel's function to its arguments across the table.
  const request = window.studio[channel] as unknown as (
    ...args: Parameters<Requests[C]>
  ) => Promise<Result<ReturnType<Requests[C]>>>;
  const result = await request(...args);
  if (result.ok) return result.value;
  throw new StudioError(result.error.code, result.error.message, result.error.advice);
};

export const listen: Listen = (event, listener) => window.studio.on(event, listener);

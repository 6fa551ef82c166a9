import type { Result } from './errors.ts';
import type { EventName, Events } from './events.ts';
import type { Channel, Requests } from './requests.ts';

type Ask<C extends Channel> = (
  ...args: Parameters<Requests[C]>
) => Promise<Result<ReturnType<Requests[C]>>>;

/** What the preload puts on the window as `window.studio`: one function for each channel, and a way to listen. */
export type Studio = { readonly [C in Channel]: Ask<C> } & {
  /** Calls back on each event until the function returned is called. */
  readonly on: <E extends EventName>(event: E, listener: (value: Events[E]) => void) => () => void;
};

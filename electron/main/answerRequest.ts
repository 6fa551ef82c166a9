import { type Result, toFailure } from '#contract/errors.ts';
import type { Channel, Requests } from '#contract/requests.ts';
import { reportDefect } from './log.ts';
import { refusal } from './refusal.ts';
import { requestSchemas } from './schemas/requests.ts';

type Awaitable<T> = T | Promise<T>;

/** One handler for each channel of the contract. */
export type Handlers = {
  readonly [C in Channel]: (...args: Parameters<Requests[C]>) => Awaitable<ReturnType<Requests[C]>>;
};

/** Parses the arguments, calls the handler, and gives what comes of it as a value: it never throws. */
export async function answerRequest(
  handlers: Handlers,
  channel: Channel,
  args: readonly unknown[],
): Promise<Result<unknown>> {
  const parsed = requestSchemas[channel].safeParse(args);
  if (!parsed.success) {
    return { ok: false, error: toFailure(refusal(channel, parsed.error.issues[0])) };
  }
  try {
    const handler = handlers[channel] as (...values: readonly unknown[]) => unknown;
    return { ok: true, value: await handler(...parsed.data) };
  } catch (thrown) {
    reportDefect(`answering ${channel}`, thrown);
    return { ok: false, error: toFailure(thrown) };
  }
}

import { type Result, StudioError, toFailure } from '#contract/errors.ts';
import type { Channel, Requests } from '#contract/requests.ts';
import { reportDefect } from './log.ts';
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
    const [issue] = parsed.error.issues;
    const place = issue?.path.join('.') || 'arguments';
    const failure = new StudioError('invalid', `${channel}: ${place}: ${issue?.message}`);
    return { ok: false, error: toFailure(failure) };
  }
  try {
    const handler = handlers[channel] as (...values: readonly unknown[]) => unknown;
    return { ok: true, value: await handler(...parsed.data) };
  } catch (thrown) {
    reportDefect(`answering ${channel}`, thrown);
    return { ok: false, error: toFailure(thrown) };
  }
}

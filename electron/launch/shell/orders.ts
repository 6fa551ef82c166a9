/** What a test sends to a studio it started: a function to call with the shell's `electron`, and its argument. */
export type Order =
  | {
      readonly id: number;
      readonly kind: 'call';
      readonly source: string;
      readonly argument: unknown;
    }
  | { readonly id: number; readonly kind: 'bind' };
export type Answer =
  | { readonly id: number; readonly value: unknown }
  | { readonly id: number; readonly error: string };

/** Takes orders from the process that started this one, over Node's own channel between parent and child. */
export function takeOrders(electronAddress: string): void {
  process.on('message', async (order: Order) => {
    try {
      const electron = await import(electronAddress);
      const value =
        order.kind === 'bind'
          ? await electron.bindForTests()
          : await callWith(electron, order.source, order.argument);
      answer({ id: order.id, value: value ?? null });
    } catch (error) {
      answer({ id: order.id, error: String(error) });
    }
  });
  // The studio lives on its own terms, not as long as its parent listens.
  process.channel?.unref();
}

function answer(answer: Answer): void {
  if (process.connected) process.send?.(answer);
}

async function callWith(electron: object, source: string, argument: unknown): Promise<unknown> {
  const call = new Function(`return (${source})`)() as (e: object, a: unknown) => unknown;
  return call(electron, argument);
}

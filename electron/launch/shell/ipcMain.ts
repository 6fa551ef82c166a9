import type { WebContents } from './webContents.ts';

/** Who asked: what `event.senderFrame` is in Electron. */
export interface SenderFrame {
  readonly url: string;
  readonly origin: string;
  readonly parent: object | null;
}
type Handler = (
  event: { sender: WebContents; senderFrame: SenderFrame | null },
  ...args: unknown[]
) => unknown;

export type ShellIpcMain = ReturnType<typeof createIpcMain>;

/** `ipcMain`, as far as requests with an answer go. */
export function createIpcMain() {
  const handlers = new Map<string, Handler>();
  return {
    handle(channel: string, handler: Handler): void {
      if (handlers.has(channel)) throw new Error(`A handler for '${channel}' is there already.`);
      handlers.set(channel, handler);
    },
    removeHandler(channel: string): void {
      handlers.delete(channel);
    },
    /** Gives a request from the page to its handler. */
    async answer(
      sender: WebContents,
      senderFrame: SenderFrame,
      channel: string,
      args: unknown[],
    ): Promise<unknown> {
      const handler = handlers.get(channel);
      if (!handler) throw new Error(`No handler registered for '${channel}'`);
      return handler({ sender, senderFrame }, ...args);
    },
  };
}

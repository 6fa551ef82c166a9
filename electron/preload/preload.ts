import { contextBridge, ipcRenderer } from 'electron';
import { eventNames } from '#contract/events.ts';
import { channels } from '#contract/requests.ts';
import type { Studio } from '#contract/studio.ts';

// What follows from the contract's tables and nothing else: a channel that is not there cannot be asked for.
const requests = Object.fromEntries(
  channels.map((channel) => [
    channel,
    (...args: unknown[]) => ipcRenderer.invoke(channel, ...args),
  ]),
);

const on = (event: string, listener: (value: unknown) => void): (() => void) => {
  if (!(eventNames as readonly string[]).includes(event)) throw new Error(`No event '${event}'.`);
  const forward = (_: unknown, value: unknown) => listener(value);
  ipcRenderer.on(event, forward);
  return () => {
    ipcRenderer.removeListener(event, forward);
  };
};

contextBridge.exposeInMainWorld('studio', { ...requests, on } as unknown as Studio);

import type { Drawn, ToDraw } from '../messages.ts';
import { draw } from './draw.ts';

// Says that it runs, is handed a port for that, and draws what comes through it, one after another: what draws keeps its
// settings to itself.
addEventListener(
  'message',
  ({ ports: [port] }) => {
    let last: Promise<void> = Promise.resolve();
    port!.onmessage = ({ data }: MessageEvent<ToDraw>) => {
      last = last.then(async () => port!.postMessage((await draw(data)) satisfies Drawn));
    };
  },
  { once: true },
);
parent.postMessage(null, '*');

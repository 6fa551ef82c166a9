import type { Drawn, ToDraw } from '../messages.ts';
import { draw } from './draw.ts';

// Draws what comes through the port that the window hands in, one after another: what draws keeps its settings to itself.
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

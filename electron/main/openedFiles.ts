import { app } from 'electron';
import type { Desk } from './desk.ts';

/** Files the system hands to the studio; they wait until there is a desk to import them at. */
export interface OpenedFiles {
  readonly receive: (paths: readonly string[]) => void;
  readonly deliverTo: (desk: Desk) => void;
}

/** Collects files from the command line and, on macOS, from the Finder. Must be called before the program is ready. */
export function receiveFiles(first: readonly string[]): OpenedFiles {
  let waiting = [...first];
  let deliver = () => {};
  const receive = (paths: readonly string[]) => {
    waiting.push(...paths);
    deliver();
  };
  app.on('open-file', (event, path) => {
    event.preventDefault();
    receive([path]);
  });
  return {
    receive,
    deliverTo(desk) {
      deliver = () => {
        if (waiting.length === 0) return;
        const paths = waiting;
        waiting = [];
        desk.window.whenUp(() => void desk.importUnasked(paths));
      };
      deliver();
    },
  };
}

import { fileURLToPath } from 'node:url';
import type { Library } from '#library/openLibrary.ts';
import type { PressDesk } from '#press/pressDesk.ts';
import type { Desk } from './command.ts';

export const resources = fileURLToPath(new URL('../../resources', import.meta.url));

/** What the command line publishes with; how far it is is shown as it goes. */
export function pressDesk(library: Library, desk: Desk): PressDesk {
  return {
    library,
    resources,
    renderWorker: new URL('../publish/rendering/worker.ts', import.meta.url),
    signal: desk.signal,
    onProgress: ({ stage, done, total }) => {
      const what = stage === 'checking' ? 'Checking' : 'Publishing';
      desk.showProgress(done < total ? `${what} ${done + 1} of ${total}` : '');
    },
  };
}

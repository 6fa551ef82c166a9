import type { Library } from '#library/openLibrary.ts';
import type { PressDesk } from '#press/pressDesk.ts';
import type { Desk } from './command.ts';
import { places } from './places.ts';

/** What the command line publishes with; how far it is is shown as it goes. */
export function pressDesk(library: Library, desk: Desk): PressDesk {
  return {
    library,
    resources: places.resources(),
    renderWorker: places.worker('publish/rendering/worker.ts', 'renderWorker'),
    signal: desk.signal,
    onProgress: ({ stage, done, total }) => {
      const what = stage === 'checking' ? 'Checking' : 'Publishing';
      desk.showProgress(done < total ? `${what} ${done + 1} of ${total}` : '');
    },
  };
}

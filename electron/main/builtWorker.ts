import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { app } from 'electron';

/** The address of a worker thread's built entry; see electron.vite.config.ts. */
export function builtWorker(
  name:
    | 'searchWorker'
    | 'exportWorker'
    | 'proofWorker'
    | 'choreWorker'
    | 'pressWorker'
    | 'renderWorker',
): URL {
  return pathToFileURL(join(app.getAppPath(), 'out', 'main', `${name}.js`));
}

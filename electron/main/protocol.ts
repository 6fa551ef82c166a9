import { protocol } from 'electron';
import { answerFromFolder } from './answerFromFolder.ts';

/** Must run before the program is ready: the scheme gets an origin, relative addresses and `fetch`, and no way around the policy. */
export function declareScheme(): void {
  protocol.registerSchemesAsPrivileged([
    {
      scheme: 'longhand',
      privileges: { standard: true, secure: true, supportFetchAPI: true, codeCache: true },
    },
  ]);
}

/** Serves the built window, and nothing outside its folder. */
export function serveStudio(folder: string): void {
  protocol.handle('longhand', answerFromFolder(folder));
}

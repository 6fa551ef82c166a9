import { protocol } from 'electron';
import { answerFromFolder } from './answerFromFolder.ts';
import { answerFromLibrary, type FindImage } from './answerFromLibrary.ts';

/** Must run before the program is ready: the scheme gets an origin, relative addresses and `fetch`, and no way around the policy. */
export function declareScheme(): void {
  protocol.registerSchemesAsPrivileged([
    {
      scheme: 'longhand',
      privileges: { standard: true, secure: true, supportFetchAPI: true, codeCache: true },
    },
  ]);
}

/** Serves the built window and the images of the library, and nothing outside the one's folder and the other's table. */
export function serveStudio(folder: string, image: FindImage): void {
  const fromFolder = answerFromFolder(folder);
  protocol.handle(
    'longhand',
    (request) => answerFromLibrary(request, image) ?? fromFolder(request),
  );
}

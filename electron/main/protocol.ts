import { protocol } from 'electron';
import { answerFromFolder } from './answerFromFolder.ts';
import { answerFromLibrary, type FindImage } from './answerFromLibrary.ts';
import type { Printing } from './printing.ts';

/** Must run before the program is ready: the scheme gets an origin, relative addresses and `fetch`, and no way around the policy. */
export function declareScheme(): void {
  protocol.registerSchemesAsPrivileged([
    {
      scheme: 'longhand',
      privileges: { standard: true, secure: true, supportFetchAPI: true, codeCache: true },
    },
  ]);
}

/** Serves the built window, the images of the library and the page that is printed, and nothing else of the disk. */
export function serveStudio(folder: string, image: FindImage, printed: Printing['page']): void {
  const fromFolder = answerFromFolder(folder);
  protocol.handle(
    'longhand',
    (request) => printed(request) ?? answerFromLibrary(request, image) ?? fromFolder(request),
  );
}

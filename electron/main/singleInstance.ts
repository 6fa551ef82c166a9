import { app } from 'electron';
import { type CommandLine, readCommandLine } from './commandLine.ts';
import type { Desk } from './desk.ts';
import type { OpenedFiles } from './openedFiles.ts';

/** True for the first start on these settings. A later one hands its command line over and must quit. */
export function claimFirst(commandLine: CommandLine): boolean {
  return app.requestSingleInstanceLock({ ...commandLine });
}

/** A second start shows the window that is there, and opens in it what it was asked to open. */
export function onSecondStart(desk: Desk, files: OpenedFiles): void {
  app.on('second-instance', async (_event, argv, folder, handedOver) => {
    const { library, files: paths } = isCommandLine(handedOver)
      ? handedOver
      : readCommandLine(argv, { packaged: app.isPackaged, folder });
    desk.window.show();
    if (library && library !== desk.host.path()) await desk.switchLibrary(library);
    files.receive(paths);
  });
}

function isCommandLine(value: unknown): value is CommandLine {
  return typeof value === 'object' && value !== null && 'library' in value && 'files' in value;
}

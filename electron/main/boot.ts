import { join } from 'node:path';
import { app } from 'electron';
import { defaultLibraryPath } from '#library/defaultPath.ts';
import { findImage } from '#library/images/findImage.ts';
import { builtWorker } from './builtWorker.ts';
import type { CommandLine } from './commandLine.ts';
import { createDesk } from './desk.ts';
import { endThreadsOnQuit } from './endThreads.ts';
import { answerWindow } from './ipc.ts';
import { openLibraryHost } from './libraryHost.ts';
import { installMenu } from './menu.ts';
import { hardenNavigation } from './navigation.ts';
import { receiveFiles } from './openedFiles.ts';
import { denyPermissions } from './permissions.ts';
import { openPreferences } from './preferences.ts';
import { createPrinting } from './printing.ts';
import { serveStudio } from './protocol.ts';
import { waitForSavingOnQuit } from './quit.ts';
import { refuseNetwork } from './requestGuard.ts';
import { createRequestHandlers } from './requestHandlers.ts';
import { onSecondStart } from './singleInstance.ts';
import { applySpellChecking } from './spelling.ts';
import { applyTheme } from './theme.ts';
import { createStudioWindow } from './window.ts';

/** Brings the studio up, one concern after another. */
export async function boot(commandLine: CommandLine): Promise<void> {
  const files = receiveFiles(commandLine.files);
  await app.whenReady();

  denyPermissions();
  refuseNetwork();
  hardenNavigation();

  const preferences = openPreferences(join(app.getPath('userData'), 'preferences.json'));
  applyTheme(preferences);
  applySpellChecking(preferences);

  const window = createStudioWindow({ preferences, guard: waitForSavingOnQuit() });
  const host = openLibraryHost({
    named: commandLine.library,
    usual: defaultLibraryPath(),
    memory: join(app.getPath('userData'), 'last-library.json'),
    searchWorker: builtWorker('searchWorker'),
    proofWorker: builtWorker('proofWorker'),
    tell: window.tell,
  });
  const printing = createPrinting();
  serveStudio(
    join(app.getAppPath(), 'out', 'renderer'),
    (name, hashStart) => findImage(host.library(), name, hashStart),
    printing.page,
  );
  const desk = createDesk({ host, preferences, window, print: printing.print });
  answerWindow(createRequestHandlers(desk), window);
  installMenu(window, preferences);
  onSecondStart(desk, files);
  files.deliverTo(desk);

  app.on('activate', () => window.show());
  app.on('window-all-closed', () => {
    if (process.platform !== 'darwin') app.quit();
  });
  endThreadsOnQuit(() => {
    desk.keeping.stop();
    desk.backingUp.stop();
    desk.renderingAhead.stop();
    host.close();
  });
  window.show();
}

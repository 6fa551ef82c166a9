import { dialog, shell } from 'electron';
import { StudioError } from '#contract/errors.ts';
import type { Handlers } from '../answerRequest.ts';
import type { Desk } from '../desk.ts';
import { nameBeside } from '../nameBeside.ts';

type BackupChannel = Extract<keyof Handlers, `backups.${string}`>;

/** What the window asks of the rolling backups. */
export function backupHandlers({
  host,
  backingUp,
  preferences,
  runChore,
  window,
}: Desk): Pick<Handlers, BackupChannel> {
  return {
    'backups.status': () => backingUp.status(),
    'backups.now': () => backingUp.backUp(),
    async 'backups.choose'() {
      const chosen = await dialog.showOpenDialog(window.current(), {
        title: 'Folder for Backups',
        buttonLabel: 'Choose',
        defaultPath: backingUp.folder(),
        properties: ['openDirectory', 'createDirectory'],
      });
      const folder = chosen.filePaths[0];
      if (chosen.canceled || folder === undefined) return null;
      preferences.change({ backupFolder: folder });
      return backingUp.backUp();
    },
    async 'backups.reveal'() {
      const { backups } = await backingUp.status();
      const [newest] = backups;
      if (newest === undefined) throw new StudioError('not-found', 'There is no backup yet.');
      shell.showItemInFolder(newest.path);
      return null;
    },
    async 'backups.openCopy'(path) {
      const { backups } = await backingUp.status();
      const backup = backups.find((each) => each.path === path);
      if (backup === undefined) {
        throw new StudioError('not-found', 'This backup is not there any more.');
      }
      const day = backup.at.slice(0, 10);
      const into = nameBeside(host.path(), `as of ${day}`);
      await runChore('copyBackup', { backup: backup.path, into });
      return host.open(into, { create: false });
    },
  };
}

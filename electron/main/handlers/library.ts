import { existsSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { dialog, shell } from 'electron';
import { StudioError } from '#contract/errors.ts';
import type { Handlers } from '../answerRequest.ts';
import type { Desk } from '../desk.ts';
import { nameBeside } from '../nameBeside.ts';

type LibraryChannel = Extract<keyof Handlers, `library.${string}`>;

export function libraryHandlers({ host, runChore, window }: Desk): Pick<Handlers, LibraryChannel> {
  return {
    'library.status': () => host.status(),
    'library.retry': () => host.retry(),
    'library.revealKept'() {
      const status = host.status();
      if (status.kind === 'open' && status.keptCopy) shell.showItemInFolder(status.keptCopy);
      return null;
    },
    async 'library.openOlder'() {
      const status = host.status();
      const copy = status.kind === 'failed' ? status.olderCopy : null;
      if (copy === null) throw new StudioError('not-found', 'This copy is not there any more.');
      const into = nameBeside(host.path(), 'before the newer version');
      await runChore('copyBackup', { backup: copy, into });
      return host.open(into, { create: false });
    },
    async 'library.choose'(kind) {
      const path = kind === 'open' ? await chooseExisting() : await nameNew();
      return path === null ? null : host.open(path, { create: kind === 'new' });
    },
  };

  async function chooseExisting(): Promise<string | null> {
    const chosen = await dialog.showOpenDialog(window.current(), {
      title: 'Open Library',
      defaultPath: dirname(host.path()),
      properties: ['openFile'],
      filters: [libraryFiles, anyFiles],
    });
    return chosen.canceled ? null : (chosen.filePaths[0] ?? null);
  }

  async function nameNew(): Promise<string | null> {
    const chosen = await dialog.showSaveDialog(window.current(), {
      title: 'New Library',
      defaultPath: join(dirname(host.path()), 'Essays.longhand'),
      filters: [libraryFiles],
      properties: ['createDirectory'],
    });
    if (chosen.canceled || !chosen.filePath) return null;
    if (existsSync(chosen.filePath)) {
      throw new StudioError(
        'exists',
        `“${basename(chosen.filePath)}” is there already, and was left as it is.`,
        'Choose another name, or open it instead.',
      );
    }
    return chosen.filePath;
  }
}

const libraryFiles = { name: 'Longhand Library', extensions: ['longhand'] };
const anyFiles = { name: 'All Files', extensions: ['*'] };

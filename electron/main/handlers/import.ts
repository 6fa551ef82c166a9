import { join } from 'node:path';
import { dialog } from 'electron';
import type { Handlers } from '../answerRequest.ts';
import type { Desk } from '../desk.ts';

type ImportChannel = Extract<keyof Handlers, `import.${string}`>;

export function importHandlers({
  imports,
  resources,
  window,
}: Desk): Pick<Handlers, ImportChannel> {
  return {
    async 'import.choose'(kind) {
      const chosen = await dialog.showOpenDialog(window.current(), {
        title: kind === 'files' ? 'Import Files' : 'Import Folder',
        buttonLabel: 'Import',
        properties: kind === 'files' ? ['openFile', 'multiSelections'] : ['openDirectory'],
        filters: kind === 'files' ? [markdownFiles, anyFiles] : [],
      });
      return chosen.canceled ? null : imports.fromDisk(chosen.filePaths);
    },
    'import.dropped': (files) =>
      imports.fromBytes(
        files.map(({ path, bytes }) => ({ path, bytes: Buffer.from(bytes, 'base64') })),
      ),
    'import.samples': () => imports.fromDisk([join(resources, 'samples')]),
    'import.cancel': () => {
      imports.cancel();
      return null;
    },
  };
}

const markdownFiles = {
  name: 'Markdown',
  extensions: ['md', 'markdown', 'mdown', 'mkd', 'mdx', 'txt'],
};
const anyFiles = { name: 'All Files', extensions: ['*'] };

import type { MenuItemConstructorOptions } from 'electron';
import type { StudioCommand } from '#contract/commands.ts';
import { accelerator } from './accelerator.ts';

interface MenuOptions {
  readonly platform: NodeJS.Platform;
  readonly packaged: boolean;
  readonly choose: (command: StudioCommand) => void;
  /** Puts `longhand` on the path; null where the package has done so, or there is none. */
  readonly installCommandLine: (() => void) | null;
}

/** The application menu as each platform has it. A command's item has the command as its id. */
export function menuTemplate({
  platform,
  packaged,
  choose,
  installCommandLine,
}: MenuOptions): MenuItemConstructorOptions[] {
  const onMac = platform === 'darwin';
  const command = (id: StudioCommand, label: string): MenuItemConstructorOptions => ({
    id,
    label,
    ...withKey(id),
    click: () => choose(id),
  });

  /** The window's editor undoes, so the key is its own; the menu only shows it. */
  const shown = (id: StudioCommand, label: string): MenuItemConstructorOptions => ({
    ...command(id, label),
    registerAccelerator: false,
  });
  const theme = (id: StudioCommand, label: string): MenuItemConstructorOptions => ({
    ...command(id, label),
    type: 'radio',
  });

  const preferences = command('preferences.open', onMac ? 'Settings…' : 'Preferences…');
  const about = command('help.about', 'About Longhand');
  const program: MenuItemConstructorOptions = {
    role: 'appMenu',
    submenu: [
      about,
      separator,
      preferences,
      separator,
      { role: 'services' },
      separator,
      { role: 'hide' },
      { role: 'hideOthers' },
      { role: 'unhide' },
      separator,
      { role: 'quit' },
    ],
  };
  const file: MenuItemConstructorOptions = {
    label: 'File',
    submenu: [
      command('essay.new', 'New Essay'),
      command('essay.duplicate', 'Duplicate Essay'),
      command('essay.details', 'Details…'),
      separator,
      command('essay.history', 'History…'),
      command('essay.nameVersion', 'Name This Version…'),
      separator,
      command('library.open', 'Open Library…'),
      command('library.new', 'New Library…'),
      command('library.verify', 'Verify the Library'),
      command('library.backups', 'Backups…'),
      command('library.images', 'Images…'),
      separator,
      command('library.import', 'Import Files…'),
      command('library.importFolder', 'Import Folder…'),
      separator,
      {
        label: 'Export',
        submenu: [
          command('essay.exportHtml', 'HTML in One File…'),
          command('essay.exportFolder', 'HTML with Files Beside It…'),
          command('essay.exportPlain', 'HTML Without a Style…'),
          command('essay.exportFragment', 'HTML Fragment…'),
          command('essay.exportPdf', 'PDF…'),
          command('essay.exportMarkdown', 'Markdown…'),
        ],
      },
      command('essay.publish', 'Publish This Essay…'),
      command('library.publish', 'Publish…'),
      separator,
      command('essay.trash', 'Move to Trash'),
      separator,
      ...(onMac
        ? [{ role: 'close' } as const]
        : [preferences, separator, { role: 'quit' } as const]),
    ],
  };
  const edit: MenuItemConstructorOptions = {
    label: 'Edit',
    submenu: [
      shown('edit.undo', 'Undo'),
      shown('edit.redo', 'Redo'),
      separator,
      { role: 'cut' },
      { role: 'copy' },
      command('essay.copyHtml', 'Copy as HTML'),
      command('essay.copyMarkdown', 'Copy as Markdown'),
      { role: 'paste' },
      { role: 'selectAll' },
      separator,
      command('essay.insertImage', 'Insert Image…'),
      separator,
      command('edit.find', 'Find and Replace…'),
      command('library.search', 'Search the Library'),
    ],
  };
  const view: MenuItemConstructorOptions = {
    label: 'View',
    submenu: [
      command('view.sideBySide', 'Editor and Page'),
      command('view.editor', 'Editor Only'),
      command('view.page', 'Page Only'),
      separator,
      command('library.toggle', 'Show or Hide the Library'),
      command('view.outline', 'Outline'),
      separator,
      command('view.larger', 'Larger Text'),
      command('view.smaller', 'Smaller Text'),
      {
        label: 'Theme',
        submenu: [
          theme('view.themeSystem', 'As the System'),
          theme('view.themeLight', 'Light'),
          theme('view.themeDark', 'Dark'),
        ],
      },
      separator,
      { role: 'togglefullscreen' },
      ...(packaged ? [] : [{ role: 'toggleDevTools' } as const]),
    ],
  };
  const help: MenuItemConstructorOptions = {
    role: 'help',
    label: 'Help',
    submenu: [
      command('palette.open', 'All Commands…'),
      command('help.keys', 'Keys'),
      separator,
      command('help.updates', 'Look for a Newer Version…'),
      ...(installCommandLine
        ? [{ label: 'Install the Command Line Tool…', click: installCommandLine }]
        : []),
      ...(onMac ? [] : [separator, about]),
    ],
  };
  return onMac
    ? [program, file, edit, view, { role: 'windowMenu' }, help]
    : [file, edit, view, help];
}

function withKey(command: StudioCommand): Pick<MenuItemConstructorOptions, 'accelerator'> {
  const key = accelerator(command);
  return key === null ? {} : { accelerator: key };
}

const separator = { type: 'separator' } as const;

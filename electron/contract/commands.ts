/** Under which heading the keys' help lists a command. */
export const commandGroups = ['Essay', 'Library', 'View', 'Text', 'Help'] as const;
type CommandGroup = (typeof commandGroups)[number];

export interface CommandEntry {
  readonly label: string;
  /** CodeMirror's notation, for example `Mod-Shift-k`; '' when it has none. */
  readonly key: string;
  readonly group: CommandGroup;
  /** True when it needs an open essay. */
  readonly essay?: true;
  /** True when it changes the library, which a read-only one refuses. */
  readonly writes?: true;
}

/**
 * What menus, keys and the palette can do to the window. The main process makes its menu's keys from this table and
 * forwards what is chosen; the window shows it in the palette and carries it out.
 */
export const commandTable = {
  'essay.new': { label: 'New essay', key: 'Mod-n', group: 'Essay', writes: true },
  'essay.duplicate': {
    label: 'Duplicate essay',
    key: 'Mod-Shift-d',
    group: 'Essay',
    essay: true,
    writes: true,
  },
  'essay.details': { label: 'Details', key: 'Mod-Shift-i', group: 'Essay', essay: true },
  'essay.history': {
    label: 'History of this essay',
    key: 'Mod-Shift-h',
    group: 'Essay',
    essay: true,
  },
  'essay.nameVersion': {
    label: 'Name this version',
    key: 'Mod-Shift-s',
    group: 'Essay',
    essay: true,
    writes: true,
  },
  'essay.publish': {
    label: 'Publish this essay alone',
    key: '',
    group: 'Essay',
    essay: true,
  },
  'essay.trash': {
    label: 'Move to trash',
    key: 'Mod-Shift-Backspace',
    group: 'Essay',
    essay: true,
    writes: true,
  },
  'essay.insertImage': {
    label: 'Insert an image',
    key: 'Mod-Shift-m',
    group: 'Text',
    essay: true,
    writes: true,
  },
  'essay.exportHtml': {
    label: 'Export as HTML',
    key: 'Mod-Shift-e',
    group: 'Essay',
    essay: true,
  },
  'essay.exportFolder': {
    label: 'Export as HTML with files beside it',
    key: '',
    group: 'Essay',
    essay: true,
  },
  'essay.exportPlain': {
    label: 'Export as HTML without a style',
    key: '',
    group: 'Essay',
    essay: true,
  },
  'essay.exportFragment': {
    label: 'Export as an HTML fragment',
    key: '',
    group: 'Essay',
    essay: true,
  },
  'essay.exportPdf': { label: 'Export as PDF', key: '', group: 'Essay', essay: true },
  'essay.exportMarkdown': { label: 'Export as Markdown', key: '', group: 'Essay', essay: true },
  'essay.copyHtml': { label: 'Copy as HTML', key: 'Mod-Shift-c', group: 'Essay', essay: true },
  'essay.copyMarkdown': { label: 'Copy as Markdown', key: '', group: 'Essay', essay: true },
  'library.import': { label: 'Import files', key: 'Mod-Shift-o', group: 'Library', writes: true },
  'library.importFolder': { label: 'Import a folder', key: '', group: 'Library', writes: true },
  'library.open': { label: 'Open another library', key: 'Mod-o', group: 'Library' },
  'library.new': { label: 'New library', key: '', group: 'Library' },
  'library.publish': { label: 'Publish', key: 'Mod-Shift-p', group: 'Library' },
  'library.backups': { label: 'Backups', key: '', group: 'Library' },
  'library.images': { label: 'Images', key: '', group: 'Library' },
  'library.search': { label: 'Search the library', key: 'Mod-Shift-f', group: 'Library' },
  'library.verify': { label: 'Verify the library', key: '', group: 'Library' },
  'library.toggle': { label: 'Show or hide the library', key: 'Mod-\\', group: 'Library' },
  'view.sideBySide': { label: 'Editor and page', key: 'Mod-1', group: 'View' },
  'view.editor': { label: 'Editor only', key: 'Mod-2', group: 'View' },
  'view.page': { label: 'Page only', key: 'Mod-3', group: 'View' },
  'view.outline': { label: 'Outline', key: 'Mod-Shift-l', group: 'View', essay: true },
  'view.larger': { label: 'Larger text', key: 'Mod-=', group: 'View' },
  'view.smaller': { label: 'Smaller text', key: 'Mod--', group: 'View' },
  'view.themeSystem': { label: 'Theme: as the system', key: '', group: 'View' },
  'view.themeLight': { label: 'Theme: light', key: '', group: 'View' },
  'view.themeDark': { label: 'Theme: dark', key: '', group: 'View' },
  'edit.find': { label: 'Find and replace', key: 'Mod-f', group: 'Text', essay: true },
  'edit.undo': { label: 'Undo', key: 'Mod-z', group: 'Text', essay: true },
  'edit.redo': { label: 'Redo', key: 'Mod-Shift-z', group: 'Text', essay: true },
  'palette.open': { label: 'All commands', key: 'Mod-k', group: 'Help' },
  'preferences.open': { label: 'Preferences', key: 'Mod-,', group: 'View' },
  'help.keys': { label: 'Keys', key: 'Mod-/', group: 'Help' },
  'help.updates': { label: 'Look for a newer version', key: '', group: 'Help' },
  'help.about': { label: 'About Longhand', key: '', group: 'Help' },
} as const satisfies Readonly<Record<string, CommandEntry>>;

export type StudioCommand = keyof typeof commandTable;

export const studioCommands = Object.keys(commandTable) as readonly StudioCommand[];

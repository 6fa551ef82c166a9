import { type BrowserWindow, Menu, type MenuItemConstructorOptions } from 'electron';

/** The menu under the right mouse button: spelling, and what can be done with text. Electron brings none of its own. */
export function showContextMenu(window: BrowserWindow): void {
  window.webContents.on('context-menu', (_event, { misspelledWord, ...found }) => {
    const suggestions: MenuItemConstructorOptions[] = found.dictionarySuggestions.map((word) => ({
      label: word,
      click: () => window.webContents.replaceMisspelling(word),
    }));
    const none = { label: 'No Suggestions', enabled: false };
    const spelling: MenuItemConstructorOptions[] = misspelledWord
      ? [...(suggestions.length > 0 ? suggestions : [none]), { type: 'separator' }]
      : [];
    const { canCut, canCopy, canPaste, canSelectAll } = found.editFlags;
    const editing: MenuItemConstructorOptions[] = [
      { role: 'cut', enabled: canCut },
      { role: 'copy', enabled: canCopy },
      { role: 'paste', enabled: canPaste },
      { type: 'separator' },
      { role: 'selectAll', enabled: canSelectAll },
    ];
    if (found.isEditable || canCopy) {
      Menu.buildFromTemplate([...spelling, ...editing]).popup({ window });
    }
  });
}

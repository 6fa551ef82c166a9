import { createShell } from './createShell.ts';
import { optionsFromAddress } from './options.ts';

/** Stands where `import ... from 'electron'` looks while the studio runs in the Chromium shell. */
export const {
  app,
  BrowserWindow,
  bindForTests,
  ClipboardItem,
  clipboard,
  dialog,
  ipcMain,
  Menu,
  nativeTheme,
  protocol,
  screen,
  session,
  shell,
} = createShell(optionsFromAddress(import.meta.url));

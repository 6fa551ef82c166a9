import { App } from './app.ts';
import { createBrowser } from './browser.ts';
import { createBrowserWindow } from './browserWindow.ts';
import { ClipboardItem, createClipboard } from './clipboard.ts';
import { createDialog } from './dialog.ts';
import { exactly } from './exactly.ts';
import { createIpcMain } from './ipcMain.ts';
import { createMenu } from './menu.ts';
import { NativeTheme } from './nativeTheme.ts';
import type { ShellOptions } from './options.ts';
import { createProtocol } from './protocol.ts';
import { createScreen } from './screen.ts';
import { createSession } from './session.ts';
import { createSystemShell } from './systemShell.ts';

/** The part of Electron's API that the studio uses, on an installed Chromium. Anything else throws by name. */
export function createShell(options: ShellOptions) {
  const app = new App(options);
  const protocol = createProtocol();
  const ipcMain = createIpcMain();
  const nativeTheme = new NativeTheme();
  const menu = createMenu(app);
  const session = createSession(protocol);
  const browser = createBrowser({ options, app, session });
  const BrowserWindow = createBrowserWindow({
    app,
    browser,
    ipcMain,
    menu,
    nativeTheme,
    session,
  });
  app.runOn({
    windows: () => BrowserWindow.getAllWindows(),
    close: () => browser.close(),
  });
  return {
    app: exactly('app', app),
    BrowserWindow: exactly('BrowserWindow', BrowserWindow),
    clipboard: exactly('clipboard', createClipboard(browser)),
    ClipboardItem,
    dialog: exactly('dialog', createDialog(options)),
    ipcMain: exactly('ipcMain', ipcMain),
    Menu: exactly('Menu', menu.Menu),
    nativeTheme: exactly('nativeTheme', nativeTheme),
    protocol: exactly('protocol', protocol),
    screen: exactly('screen', createScreen()),
    session: exactly('session', {
      defaultSession: session,
      /** One that no window is in: all it can do is ask. */
      fromPartition: () => exactly('Session.prototype', { fetch }),
    }),
    shell: exactly('shell', createSystemShell()),
    /** Not Electron's: lets another process drive the same pages, over a local socket whose path this gives. */
    bindForTests: () => browser.bind(),
  };
}

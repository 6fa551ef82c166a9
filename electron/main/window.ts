import { join } from 'node:path';
import { app, BrowserWindow, dialog, type WebContents } from 'electron';
import type { EventName, Events } from '#contract/events.ts';
import type { Closing } from './closing.ts';
import { showContextMenu } from './contextMenu.ts';
import type { PreferenceStore } from './preferences.ts';
import type { ClosingGuard } from './quit.ts';
import { systemChecksSpelling } from './spelling.ts';
import { studioOrigin } from './studioFrame.ts';
import { groundColor } from './theme.ts';
import { rememberedPlace, rememberPlace } from './windowMemory.ts';
import { smallest } from './windowPlace.ts';

/** The studio's one window. On macOS it may be closed while the program goes on. */
export interface StudioWindow {
  /** Brings it to the front, making it when there is none. */
  readonly show: () => void;
  readonly current: () => BrowserWindow;
  readonly isOwn: (contents: WebContents) => boolean;
  /** Sends an event; without a window there is nobody to tell. */
  readonly tell: <E extends EventName>(event: E, value: Events[E]) => void;
  /** Calls back once the page has asked its first request, so that it is there to be told. */
  readonly whenUp: (then: () => void) => void;
  /** The page has asked something. */
  readonly heard: () => void;
  /** Has the page save what it holds; false when the writer chose to stay. */
  readonly saved: () => Promise<boolean>;
  /** The page's answer that it may be closed. */
  readonly allowClosing: () => void;
  /** The page's answer that it is asking the writer. */
  readonly holdClosing: () => void;
  /** The page's answer that the writer stays. */
  readonly stayOpen: () => void;
  readonly reload: () => void;
  /** A native message, for what no page asked for. */
  readonly say: (message: string, detail: string) => Promise<void>;
}

interface Open {
  readonly window: BrowserWindow;
  readonly closing: Closing;
  isUp: boolean;
  crashes: number;
}

export function createStudioWindow({
  preferences,
  guard,
}: {
  preferences: PreferenceStore;
  guard: ClosingGuard;
}): StudioWindow {
  let open: Open | null = null;
  let waiting: (() => void)[] = [];

  const tell: StudioWindow['tell'] = (event, value) => {
    if (open && !open.window.isDestroyed()) open.window.webContents.send(event, value);
  };
  preferences.onChange((changed) => {
    tell('preferences.changed', changed);
    open?.window.setBackgroundColor(groundColor());
  });

  function create(): Open {
    const window = makeWindow(preferences.read().spellCheck);
    const closing = guard.watch(window, {
      isUp: () => current.isUp,
      askToSave: () => tell('quit.requested', null),
    });
    const current: Open = { window, closing, isUp: false, crashes: 0 };
    window.on('closed', () => {
      open = null;
    });
    window.webContents.on('render-process-gone', () => {
      current.isUp = false;
      current.crashes += 1;
      if (current.crashes <= 3) window.webContents.reload();
    });
    void window.loadURL(`${studioOrigin}/index.html`);
    return current;
  }

  return {
    show() {
      if (!open) {
        open = create();
        return;
      }
      if (open.window.isMinimized()) open.window.restore();
      open.window.show();
      open.window.focus();
    },
    current() {
      open ??= create();
      return open.window;
    },
    isOwn: (contents) => open?.window.webContents.id === contents.id,
    tell,
    whenUp(then) {
      if (open?.isUp) then();
      else waiting.push(then);
    },
    heard() {
      if (!open || open.isUp) return;
      open.isUp = true;
      const due = waiting;
      waiting = [];
      for (const then of due) then();
    },
    saved: async () => (open?.isUp ? open.closing.request() : true),
    allowClosing: () => open?.closing.allow(),
    holdClosing: () => open?.closing.hold(),
    stayOpen: () => open?.closing.stay(),
    reload() {
      if (!open) return;
      open.isUp = false;
      open.window.webContents.reload();
    },
    async say(message, detail) {
      if (open) await dialog.showMessageBox(open.window, { type: 'info', message, detail });
    },
  };
}

function makeWindow(spellCheck: boolean): BrowserWindow {
  const { maximized, ...bounds } = rememberedPlace();
  const window = new BrowserWindow({
    ...bounds,
    minWidth: smallest.width,
    minHeight: smallest.height,
    title: app.getName(),
    // Shown with its first paint, on the theme's own ground: no flash of white.
    show: false,
    backgroundColor: groundColor(),
    titleBarStyle: process.platform === 'darwin' ? 'hiddenInset' : 'default',
    webPreferences: {
      preload: join(app.getAppPath(), 'out', 'preload', 'preload.cjs'),
      sandbox: true,
      contextIsolation: true,
      nodeIntegration: false,
      nodeIntegrationInWorker: false,
      nodeIntegrationInSubFrames: false,
      webSecurity: true,
      webviewTag: false,
      navigateOnDragDrop: false,
      spellcheck: systemChecksSpelling && spellCheck,
      devTools: !app.isPackaged,
    },
  });
  if (maximized) window.maximize();
  window.once('ready-to-show', () => window.show());
  showContextMenu(window);
  rememberPlace(window);
  return window;
}

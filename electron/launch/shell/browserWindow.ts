import { readFileSync } from 'node:fs';
import type { Dialog, Page } from 'playwright-core';
import type { App } from './app.ts';
import type { PageBounds, PageCall, ShellBrowser } from './browser.ts';
import { exactly } from './exactly.ts';
import type { ShellIpcMain } from './ipcMain.ts';
import type { ShellMenu } from './menu.ts';
import type { NativeTheme } from './nativeTheme.ts';
import {
  setPageAccelerators,
  setPageTitle,
  setWindowState,
  type WindowState,
} from './pageReach.ts';
import type { ShellSession } from './session.ts';
import { ShellEmitter } from './shellEmitter.ts';
import { WebContents } from './webContents.ts';

interface Bounds {
  x: number;
  y: number;
  width: number;
  height: number;
}
interface WindowOptions extends Partial<Bounds> {
  readonly title?: string;
  readonly webPreferences?: { readonly preload?: string };
}
export interface ShellParts {
  readonly app: App;
  readonly browser: ShellBrowser;
  readonly ipcMain: ShellIpcMain;
  readonly menu: ShellMenu;
  readonly nativeTheme: NativeTheme;
  readonly session: ShellSession;
}

/** A window: one page of Chromium's, with the preload run in it. */
export type BrowserWindow = InstanceType<ReturnType<typeof createBrowserWindow>>;

export function createBrowserWindow(parts: ShellParts) {
  const windows = new Set<ShellWindow>();
  let lastId = 0;

  class ShellWindow extends ShellEmitter {
    readonly id: number;
    readonly webContents: WebContents;
    private readonly page: Promise<Page>;
    private live: Page | null = null;
    private bounds: Bounds;
    private state: WindowState = 'normal';
    private title: string;
    private destroyed = false;
    private readonly onTheme = () => this.applyTheme();
    private readonly onMenu = () => this.applyMenu();

    constructor(options: WindowOptions = {}) {
      super('BrowserWindow', events);
      lastId += 1;
      this.id = lastId;
      this.title = options.title ?? parts.app.getName();
      this.bounds = {
        x: options.x ?? 0,
        y: options.y ?? 0,
        width: options.width ?? 800,
        height: options.height ?? 600,
      };
      this.page = this.open(options.webPreferences?.preload);
      const page = exactly(
        'WebContents.prototype',
        new WebContents(this.id, parts.session, this.page),
      );
      this.webContents = page;
      this.page.catch((error: Error) => {
        console.error(`Chromium could not be started: ${firstLine(error)}`);
        void parts.app.exit(1);
      });
      parts.nativeTheme.on('updated', this.onTheme);
      parts.menu.changes.on('changed', this.onMenu);
      const self = exactly('BrowserWindow.prototype', this);
      windows.add(self);
      parts.app.emit('web-contents-created', {}, this.webContents);
      parts.app.emit('browser-window-created', {}, self);
      // biome-ignore lint/correctness/noConstructorReturn: the gate must be what the caller holds.
      return self;
    }

    static getAllWindows(): ShellWindow[] {
      return [...windows];
    }

    static fromWebContents(contents: WebContents): ShellWindow | null {
      return [...windows].find((window) => window.webContents.id === contents.id) ?? null;
    }

    static getFocusedWindow(): ShellWindow | null {
      return [...windows].at(-1) ?? null;
    }

    async loadURL(url: string): Promise<void> {
      await this.webContents.loadURL(url, parts.session.protocol.toChromium(url));
      this.emit('ready-to-show');
    }

    /** Chromium shows a page as soon as it is there. */
    show(): void {
      this.emit('show');
    }

    focus(): void {
      this.webContents.focus();
    }

    isFocused(): boolean {
      return !this.isMinimized();
    }

    isVisible(): boolean {
      return !this.destroyed;
    }

    isMinimized(): boolean {
      return this.state === 'minimized';
    }

    isMaximized(): boolean {
      return this.state === 'maximized';
    }

    isFullScreen(): boolean {
      return this.state === 'fullscreen';
    }

    restore(): void {
      this.setState('normal');
    }

    minimize(): void {
      this.setState('minimized');
    }

    maximize(): void {
      this.setState('maximized');
    }

    setFullScreen(full: boolean): void {
      this.setState(full ? 'fullscreen' : 'normal');
    }

    getBounds(): Bounds {
      return { ...this.bounds };
    }

    getNormalBounds(): Bounds {
      return { ...this.bounds };
    }

    getTitle(): string {
      return this.title;
    }

    setTitle(title: string): void {
      this.title = title;
      if (this.live) void setPageTitle(this.live, title);
    }

    /** Chromium's window takes its ground from the page. */
    setBackgroundColor(_color: string): void {}

    setMinimumSize(_width: number, _height: number): void {}

    /** Closes the window unless a listener of `close` prevents it. */
    close(): void {
      if (this.destroyed) return;
      if (!this.emitPreventable('close', {})) this.destroy();
    }

    /** Closes the window, asking nobody. */
    destroy(): void {
      if (this.destroyed) return;
      this.forget();
      void this.page.then((page) => page.close()).catch(() => {});
    }

    isDestroyed(): boolean {
      return this.destroyed;
    }

    private async open(preloadPath: string | undefined): Promise<Page> {
      // The window's maker still has listeners to add.
      await Promise.resolve();
      const page = await parts.browser.openPage(this.bounds, {
        preload: preloadPath ? readFileSync(preloadPath, 'utf8') : '',
        accelerators: parts.menu.accelerators(),
      });
      this.live = page;
      this.webContents.attach(page);
      parts.browser.adopt({
        page,
        gate: (address, isMainFrame) => this.mayNavigate(address, isMainFrame),
        ask: (call, frameAddress, isTop) => this.answer(call, frameAddress, isTop),
        opened: (address) => this.webContents.opened(address),
      });
      page.on('close', () => this.forget());
      page.on('dialog', (dialog) => void this.answerDialog(dialog));
      await this.applyTheme();
      return page;
    }

    /** Whoever closes Chromium's window means the studio's, which may have something to save first. */
    private async answerDialog(dialog: Dialog): Promise<void> {
      const isClosing = dialog.type() === 'beforeunload' && !this.webContents.isLoading();
      if (this.destroyed || !isClosing) return dialog.accept().catch(() => {});
      await dialog.dismiss().catch(() => {});
      this.close();
    }

    private mayNavigate(url: string, isMainFrame: boolean): boolean {
      if (url === this.webContents.getURL()) return true;
      const details = { url, isMainFrame, isSameDocument: false };
      if (this.webContents.emitPreventable('will-frame-navigate', details)) return false;
      return !(isMainFrame && this.webContents.emitPreventable('will-navigate', details, url));
    }

    private async answer(call: PageCall, frameAddress: string, isTop: boolean): Promise<unknown> {
      if (call.kind === 'bounds') return this.learn(call.bounds);
      if (call.kind === 'accelerator') return parts.menu.choose(call.index, this);
      const frame = {
        url: parts.session.protocol.toScheme(frameAddress),
        origin: parts.session.protocol.originOf(frameAddress),
        parent: isTop ? null : {},
      };
      try {
        const args = JSON.parse(call.args) as unknown[];
        const value = await parts.ipcMain.answer(this.webContents, frame, call.channel, args);
        return JSON.stringify({ ok: true, value: value ?? null });
      } catch (error) {
        return JSON.stringify({ ok: false, error: String(error) });
      }
    }

    private learn({ hidden, dark, ...bounds }: PageBounds): void {
      if (parts.nativeTheme.emulated === null) parts.nativeTheme.learnSystem(dark);
      const moved = bounds.x !== this.bounds.x || bounds.y !== this.bounds.y;
      const resized = bounds.width !== this.bounds.width || bounds.height !== this.bounds.height;
      if (this.state === 'normal' && !hidden) this.bounds = bounds;
      if (moved) this.emit('move');
      if (resized) this.emit('resize');
    }

    private forget(): void {
      if (this.destroyed) return;
      this.destroyed = true;
      parts.nativeTheme.off('updated', this.onTheme);
      parts.menu.changes.off('changed', this.onMenu);
      for (const window of windows) if (window.id === this.id) windows.delete(window);
      this.emit('closed');
      parts.app.windowClosed();
    }

    private setState(state: WindowState): void {
      this.state = state;
      void this.page.then((page) => setWindowState(page, state)).catch(() => {});
    }

    private async applyTheme(): Promise<void> {
      await this.live?.emulateMedia({ colorScheme: parts.nativeTheme.emulated }).catch(() => {});
    }

    private applyMenu(): void {
      if (this.live) void setPageAccelerators(this.live, parts.menu.accelerators());
    }
  }
  return ShellWindow;
}

const events = [
  'close',
  'closed',
  'show',
  'ready-to-show',
  'resize',
  'resized',
  'move',
  'moved',
  'focus',
  'blur',
  'maximize',
  'unmaximize',
  'enter-full-screen',
  'leave-full-screen',
];

function firstLine(error: Error): string {
  return error.message.split('\n')[0] ?? '';
}

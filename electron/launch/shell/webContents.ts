import type { Page } from 'playwright-core';
import { emitInPage } from './pageReach.ts';
import type { ShellSession } from './session.ts';
import { ShellEmitter } from './shellEmitter.ts';

interface PrintOptions {
  readonly pageSize: 'A4';
  readonly preferCSSPageSize: boolean;
  readonly printBackground: boolean;
  readonly generateTaggedPDF: boolean;
  readonly generateDocumentOutline: boolean;
}

/** In inches. */
const a4 = { paperWidth: 8.27, paperHeight: 11.69 };

type OpenHandler = (details: { url: string }) => { action: 'allow' | 'deny' };

/** The page of a window, as the main process sees it. */
export class WebContents extends ShellEmitter {
  readonly id: number;
  readonly session: ShellSession;
  private readonly page: Promise<Page>;
  private live: Page | null = null;
  private address = '';
  private loads = 0;
  private openHandler: OpenHandler = () => ({ action: 'deny' });

  constructor(id: number, session: ShellSession, page: Promise<Page>) {
    super('WebContents', events);
    this.id = id;
    this.session = session;
    this.page = page;
  }

  attach(page: Page): void {
    this.live = page;
    page.on('domcontentloaded', () => this.emit('dom-ready', {}));
    page.on('load', () => this.emit('did-finish-load', {}));
    page.on('crash', () =>
      this.emit('render-process-gone', {}, { reason: 'crashed', exitCode: 1 }),
    );
    page.on('close', () => {
      this.live = null;
      this.emit('destroyed');
    });
  }

  async loadURL(url: string, chromiumAddress: string): Promise<void> {
    this.address = url;
    const page = await this.page;
    await this.load(() => page.goto(chromiumAddress, { waitUntil: 'load' }));
  }

  isLoading(): boolean {
    return this.loads > 0;
  }

  getURL(): string {
    return this.address;
  }

  isDestroyed(): boolean {
    return this.live?.isClosed() ?? false;
  }

  isDevToolsOpened(): boolean {
    return false;
  }

  /** The options that Electron and Chromium call the same are handed on. */
  async printToPDF({ pageSize: _, ...options }: PrintOptions): Promise<Buffer> {
    const page = await this.page;
    const devtools = await page.context().newCDPSession(page);
    try {
      const { data } = await devtools.send('Page.printToPDF', { ...options, ...a4 });
      return Buffer.from(data, 'base64');
    } finally {
      await devtools.detach();
    }
  }

  reload(): void {
    void this.page.then((page) => this.load(() => page.reload())).catch(() => {});
  }

  private async load(begin: () => Promise<unknown>): Promise<void> {
    this.loads++;
    try {
      await begin();
    } finally {
      this.loads--;
    }
  }

  focus(): void {
    void this.live?.bringToFront().catch(() => {});
  }

  /** Sends an event to the preload; one sent to a page that is gone is dropped, as in Electron. */
  send(channel: string, ...values: unknown[]): void {
    if (this.live) void emitInPage(this.live, channel, JSON.stringify(values));
  }

  setWindowOpenHandler(handler: OpenHandler): void {
    this.openHandler = handler;
  }

  opened(url: string): 'allow' | 'deny' {
    return this.openHandler({ url }).action;
  }
}

const events = [
  'will-navigate',
  'will-frame-navigate',
  'will-redirect',
  'will-attach-webview',
  'dom-ready',
  'did-finish-load',
  'did-fail-load',
  'render-process-gone',
  'unresponsive',
  'responsive',
  'destroyed',
  // Never raised here: Chromium shows a context menu of its own, with its spelling suggestions.
  'context-menu',
];

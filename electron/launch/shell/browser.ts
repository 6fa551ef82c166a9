import { join } from 'node:path';
import type { BrowserContext, Page } from 'playwright-core';
import type { App } from './app.ts';
import type { ShellOptions } from './options.ts';
import { pageSide } from './pageSide.ts';
import { prepareProfile } from './profile.ts';
import type { Gate, ShellSession } from './session.ts';

/** What a window gives a page and takes from it. */
export interface PageOwner {
  readonly page: Page;
  readonly gate: (address: string, isMainFrame: boolean) => boolean;
  readonly ask: (call: PageCall, frameAddress: string, isTop: boolean) => Promise<unknown>;
  /** A page opened by the window's page. */
  readonly opened: (address: string) => 'allow' | 'deny';
}

/** What the page side of the shell sends. */
export type PageCall =
  | { readonly kind: 'invoke'; readonly channel: string; readonly args: string }
  | { readonly kind: 'accelerator'; readonly index: number }
  | { readonly kind: 'bounds'; readonly bounds: PageBounds };

export interface PageBounds {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
  readonly hidden: boolean;
  readonly dark: boolean;
}

export type ShellBrowser = ReturnType<typeof createBrowser>;

/** The one Chromium behind all windows: started by the first, gone with the program. */
export function createBrowser({
  options,
  app,
  session,
}: {
  options: ShellOptions;
  app: App;
  session: ShellSession;
}) {
  const owners = new Set<PageOwner>();
  let starting: Promise<BrowserContext> | null = null;
  const started = Promise.withResolvers<BrowserContext>();

  const gate: Gate = (page, address, isMainFrame) => {
    const owner = [...owners].find((candidate) => candidate.page === page);
    if (owner) return owner.gate(address, isMainFrame);
    return !isMainFrame;
  };

  async function start(size: { width: number; height: number }): Promise<BrowserContext> {
    const profile = join(app.getPath('userData'), 'chromium');
    await prepareProfile(profile, session.isSpellCheckerEnabled());
    // Half a second's work, which the command line in a package has no use for.
    const { chromium } = await import('playwright-core');
    const context = await chromium.launchPersistentContext(profile, {
      executablePath: options.chromium,
      headless: options.headless,
      viewport: options.headless ? size : null,
      colorScheme: null,
      reducedMotion: null,
      acceptDownloads: false,
      chromiumSandbox: !isRootOnLinux(),
      handleSIGINT: false,
      handleSIGTERM: false,
      handleSIGHUP: false,
      ignoreDefaultArgs: ['--enable-automation'],
      args: [
        `--window-size=${size.width},${size.height}`,
        ...(options.headless ? [] : ['--app=data:text/html,', '--test-type=']),
        ...quiet,
        // A frame in a process of its own may ask before its requests are answered here, and be told that there is no such host.
        '--disable-site-isolation-trials',
      ],
    });
    context.on('close', () => {
      starting = null;
    });
    await context.exposeBinding(bindingName, async (source, text: string) => {
      const owner = [...owners].find((candidate) => candidate.page === source.page);
      if (!owner) throw new Error('This page is not a window of the studio.');
      const isTop = source.frame.parentFrame() === null;
      return owner.ask(JSON.parse(text) as PageCall, source.frame.url(), isTop);
    });
    await session.applyTo(context, gate);
    context.on('page', (page) => void dismiss(page));
    return context;
  }

  async function dismiss(page: Page): Promise<void> {
    const opener = await page.opener();
    const owner = [...owners].find((candidate) => candidate.page === opener);
    if (owner && owner.opened(page.url()) === 'deny') await page.close().catch(() => {});
  }

  return {
    /** A page for a new window, ready to load an address; Chromium starts with the first. */
    async openPage(
      size: { width: number; height: number },
      injected: { preload: string; accelerators: readonly unknown[] },
    ): Promise<Page> {
      const isFirst = starting === null;
      starting ??= start(size);
      const context = await starting;
      started.resolve(context);
      const page = (isFirst ? context.pages()[0] : undefined) ?? (await context.newPage());
      await page.addInitScript({
        // A window that nobody sees is closed and loaded anew by programs alone.
        content: pageSide(bindingName, injected.preload, injected.accelerators, !options.headless),
      });
      return page;
    },
    adopt(owner: PageOwner): void {
      owners.add(owner);
      owner.page.on('close', () => owners.delete(owner));
    },
    /** A page to carry what only a page can do, such as writing to the clipboard. */
    anyPage(): Page | null {
      return [...owners].at(-1)?.page ?? null;
    },
    /** The path of a local socket where playwright-core can connect to this Chromium, once its first page is there. */
    async bind(): Promise<string> {
      const browser = (await started.promise).browser();
      if (!browser) throw new Error('This Chromium cannot be shared.');
      return (await browser.bind('studio')).endpoint;
    },
    async close(): Promise<void> {
      const context = await starting?.catch(() => null);
      await context?.close().catch(() => {});
    },
  };
}

const bindingName = '__chromiumShell';

/** Chromium left alone asks several hosts at start; a studio asks none. */
const quiet = [
  '--no-first-run',
  '--no-default-browser-check',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  '--disable-quic',
  '--disable-domain-reliability',
  '--no-pings',
];

function isRootOnLinux(): boolean {
  return process.platform === 'linux' && process.getuid?.() === 0;
}

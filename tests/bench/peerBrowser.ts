import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { extname, join, resolve } from 'node:path';
import { chromium, type Page } from '@playwright/test';
import { build } from 'vite';
import { findChromium, theseSurroundings } from '#launch/findChromium.ts';

const address = 'https://peers.invalid/';
const types: Readonly<Record<string, string>> = { '.html': 'text/html', '.js': 'text/javascript' };

export interface PeerBrowser {
  readonly page: Page;
  readonly close: () => Promise<void>;
}

/** The page of peers/, built and opened in the Chromium that the studio runs in, with its flags. */
export async function openPeers(): Promise<PeerBrowser> {
  const folder = mkdtempSync(join(tmpdir(), 'longhand-peers-'));
  const outDir = join(folder, 'built');
  await build({
    root: resolve(import.meta.dirname, 'peers'),
    configFile: false,
    logLevel: 'error',
    build: { outDir, target: 'esnext' },
  });
  const context = await chromium.launchPersistentContext(join(folder, 'profile'), {
    executablePath: findChromium(theseSurroundings)!,
    headless: true,
    viewport: { width: 1280, height: 800 },
    chromiumSandbox: process.getuid?.() !== 0,
    args: ['--no-first-run', '--disable-background-networking', '--disable-component-update'],
  });
  await context.route('**/*', (route) => {
    const url = new URL(route.request().url());
    if (url.origin !== new URL(address).origin) return route.abort();
    const name = url.pathname === '/' ? 'index.html' : url.pathname.slice(1);
    return route.fulfill({
      contentType: types[extname(name)] ?? 'application/octet-stream',
      body: readFileSync(join(outDir, name)),
    });
  });
  const page = context.pages()[0] ?? (await context.newPage());
  await page.goto(address);
  return {
    page,
    async close() {
      await context.close();
      rmSync(folder, { recursive: true, force: true, maxRetries: 10, retryDelay: 100 });
    },
  };
}

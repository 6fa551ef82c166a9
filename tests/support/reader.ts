import { pathToFileURL } from 'node:url';
import { type Browser, chromium } from '@playwright/test';
import { findChromium, theseSurroundings } from '#launch/findChromium.ts';

/** A file as a reader's own browser shows it. */
interface Opened {
  readonly title: string;
  /** The article as the browser writes it out. */
  readonly article: string;
  /** Everything the page asked for but itself. */
  readonly requests: readonly string[];
  /** What the browser complained of. */
  readonly complaints: readonly string[];
}

/** A browser that is offline, runs no script and knows nothing of the studio. */
export interface Reader {
  readonly open: (path: string) => Promise<Opened>;
  readonly close: () => Promise<void>;
}

/** A browser of a reader's own. */
export function launchBrowser(): Promise<Browser> {
  return chromium.launch({
    executablePath: findChromium(theseSurroundings) ?? '',
    args: process.getuid?.() === 0 ? ['--no-sandbox'] : [],
  });
}

export async function startReader(): Promise<Reader> {
  const browser = await launchBrowser();
  const context = await browser.newContext({ javaScriptEnabled: false, offline: true });
  return {
    async open(path) {
      const page = await context.newPage();
      const address = pathToFileURL(path).href;
      const requests: string[] = [];
      const complaints: string[] = [];
      page.on('request', (request) => {
        const url = request.url();
        if (url !== address && !url.startsWith('data:')) requests.push(url);
      });
      page.on('console', (message) => complaints.push(message.text()));
      page.on('pageerror', (error) => complaints.push(error.message));
      await page.goto(address);
      const article = await page.locator('article').evaluate((element) => element.outerHTML);
      const title = await page.title();
      await page.close();
      return { title, article, requests, complaints };
    },
    close: () => browser.close(),
  };
}

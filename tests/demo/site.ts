import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { launchBrowser } from '../support/reader.ts';
import { publishSite } from '../support/site.ts';

/** What a reader sees of the site, and how wide. */
const views = [
  ['index.html', 'light', 1400],
  ['index.html', 'dark', 390],
  ['essays/the-lease-that-outlived-its-owner.html', 'dark', 1400],
  ['series/night-shift.html', 'light', 390],
  ['tags/index.html', 'light', 1400],
] as const;

/** Publishes a library as a site into `folder/site`, and leaves pictures of it in `folder`: from a disk, without script and network. */
export async function demoSite(library: string, folder: string): Promise<string[]> {
  const site = join(folder, 'site');
  await publishSite(library, site);
  const browser = await launchBrowser();
  const pictures: string[] = [];
  try {
    for (const [path, colorScheme, width] of views) {
      const context = await browser.newContext({
        colorScheme,
        viewport: { width, height: 900 },
        javaScriptEnabled: false,
        offline: true,
      });
      const page = await context.newPage();
      await page.goto(pathToFileURL(join(site, path)).href);
      const name = path.replace(/\.html$/, '').replaceAll('/', '-');
      const picture = join(folder, `site-${name}-${colorScheme}-${width}.png`);
      await page.screenshot({ path: picture });
      await context.close();
      pictures.push(picture);
    }
  } finally {
    await browser.close();
  }
  return [join(site, 'index.html'), ...pictures];
}

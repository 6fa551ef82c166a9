import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { AxeBuilder } from '@axe-core/playwright';
import { type Browser, expect, test } from '@playwright/test';
import { launchBrowser } from '../support/reader.ts';
import { longhand, publishSite } from '../support/site.ts';

/** One page of each kind, and the essays with the widest code and tables. */
const pages = [
  'index.html',
  'essays/the-lease-that-outlived-its-owner.html',
  'essays/a-signature-over-the-wrong-bytes.html',
  'series/night-shift.html',
  'tags/index.html',
  'tags/incidents.html',
  '404.html',
];

let browser: Browser;
let folder: string;
test.beforeAll(async () => {
  browser = await launchBrowser();
  folder = mkdtempSync(join(tmpdir(), 'site-'));
  const library = join(folder, 'Library.longhand');
  await longhand(['import', resolve('resources/samples'), '--library', library]);
  await publishSite(library, join(folder, 'site'));
});
test.afterAll(async () => {
  await browser.close();
  rmSync(folder, { recursive: true, force: true });
});

const addressOf = (path: string) => pathToFileURL(join(folder, 'site', path)).href;

test('a site opens from a disk, without script and network, at any width, and leads all around', async () => {
  const context = await browser.newContext({ javaScriptEnabled: false, offline: true });
  const page = await context.newPage();
  const complaints: string[] = [];
  page.on('console', (message) => complaints.push(message.text()));
  page.on('requestfailed', (request) => {
    // A page that is left lets go of an icon that was still on its way.
    if (request.failure()?.errorText !== 'net::ERR_ABORTED') complaints.push(request.url());
  });
  page.on('request', (request) => {
    if (!request.url().startsWith('file:')) complaints.push(request.url());
  });

  await page.goto(addressOf('index.html'));
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Notes from the Night Shift');
  await page.getByRole('link', { name: 'The Lease That Outlived Its Owner' }).click();
  await page.getByRole('link', { name: 'The Clock That Went Back' }).last().click();
  await page.getByRole('link', { name: 'Night Shift', exact: true }).last().click();
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Night Shift');
  await page.getByRole('link', { name: 'Tags' }).click();
  await page.getByRole('link', { name: 'incidents' }).click();
  await page.getByRole('link', { name: 'Notes from the Night Shift' }).click();
  expect(page.url()).toBe(addressOf('index.html'));

  for (const colorScheme of ['light', 'dark'] as const) {
    for (const width of [390, 1400]) {
      await page.emulateMedia({ colorScheme });
      await page.setViewportSize({ width, height: 900 });
      for (const path of pages) {
        await page.goto(addressOf(path));
        const wide = await page.evaluate(() => document.documentElement.scrollWidth);
        expect(wide, `${path} at ${width}`).toBeLessThanOrEqual(width);
        const name = `${path.replaceAll('/', '-')}-${colorScheme}-${width}.png`;
        await page.screenshot({ path: test.info().outputPath(name) });
      }
    }
  }
  expect(complaints).toEqual([]);
  await context.close();
});

for (const colorScheme of ['light', 'dark'] as const) {
  test(`axe finds nothing on any page of a site, ${colorScheme}`, async () => {
    const context = await browser.newContext({ colorScheme, bypassCSP: true });
    const page = await context.newPage();
    const found: string[] = [];
    for (const path of pages) {
      await page.goto(addressOf(path));
      const { violations } = await new AxeBuilder({ page }).analyze();
      found.push(...violations.map(({ id, help }) => `${path}: ${id} ${help}`));
    }
    expect(found).toEqual([]);
    await context.close();
  });
}

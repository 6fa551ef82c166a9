import { copyFileSync, mkdirSync, rmSync, statSync } from 'node:fs';
import { join, relative, resolve } from 'node:path';
import type { Page } from '@playwright/test';
import type { Theme } from '#contract/preferences.ts';
// Declares window.studio.
import type {} from '#renderer/studio.ts';
import { launchStudio, type Studio } from '../support/studio.ts';
import { demoSite } from './site.ts';

const project = resolve(import.meta.dirname, '../..');
const folder = join(project, 'demo');
const essay = 'The Lease That Outlived Its Owner';

/**
 * `npm run demo`: the built studio without a display. Makes a library of the sample essays, types into one, exports it
 * both ways, publishes all as a site, and leaves the files and pictures of the window and the site in `demo/`. `-- --picture` renews the README's picture.
 */
async function demo(): Promise<void> {
  rmSync(folder, { recursive: true, force: true });
  mkdirSync(folder, { recursive: true });
  const library = join(folder, 'Library.longhand');
  const made = [
    ...(await write(library)),
    ...(await show('dark', library)),
    ...(await demoSite(library, folder)),
  ];
  if (process.argv.includes('--picture')) made.push(keepPicture());
  for (const path of made) console.log(`${relative(project, path)}  ${size(path)}`);
}

/** A writer's first quarter of an hour. */
async function write(library: string): Promise<string[]> {
  const studio = await start('light', library);
  const { page } = studio;
  try {
    const first = await picture(page, 'first-start.png');
    await page.getByRole('button', { name: 'Add sample essays' }).click();
    await openEssay(page);
    await typeAtTheEnd(page);
    const exported = [
      await exportTo(studio, 'essay.exportHtml', join(folder, 'the-lease.html')),
      await exportTo(studio, 'essay.exportMarkdown', join(folder, 'the-lease.md')),
    ];
    await page.locator('.cm-scroller').evaluate((scroller) => scroller.scrollTo(0, 0));
    await page.waitForTimeout(600);
    return [
      first,
      await picture(page, 'studio-light.png'),
      ...exported,
      ...(await publishedPage(page)),
    ];
  } finally {
    await studio.quit();
    await studio.discard();
  }
}

async function show(theme: Theme, library: string): Promise<string[]> {
  const studio = await start(theme, library);
  const { page } = studio;
  try {
    await openEssay(page);
    const window = await picture(page, `studio-${theme}.png`);
    await studio.chooseMenuItem('palette.open');
    await page.getByRole('dialog').waitFor();
    await page.waitForTimeout(300);
    return [window, await picture(page, `palette-${theme}.png`)];
  } finally {
    await studio.quit();
    await studio.discard();
  }
}

const start = (theme: Theme, library: string): Promise<Studio> =>
  launchStudio({ library, preferences: { theme }, size: { width: 1440, height: 900 } });

async function dismissReport(page: Page): Promise<void> {
  const report = page.getByRole('dialog');
  await report.waitFor();
  await page.keyboard.press('Escape');
  await report.waitFor({ state: 'hidden' });
}

async function openEssay(page: Page): Promise<void> {
  await page.getByText(essay).first().click();
  await page.keyboard.press('Enter');
  await page.frameLocator('iframe').getByRole('heading', { level: 1, name: essay }).waitFor();
  await page.evaluate(() => document.fonts.ready);
  await page.waitForTimeout(600);
}

async function typeAtTheEnd(page: Page): Promise<void> {
  await page.locator('.cm-content').click();
  await page.keyboard.press('Control+End');
  await page.keyboard.type(
    '\n## A year later\n\nIt has fired **once** more. That time it was a disk.',
  );
  await page.getByText(/^Saved/).waitFor();
}

async function exportTo(studio: Studio, command: string, path: string): Promise<string> {
  await studio.answerSave(path);
  await studio.chooseMenuItem(command);
  await dismissReport(studio.page);
  return path;
}

/** The exported file, opened as a reader would: no script, no network. */
async function publishedPage(page: Page): Promise<string[]> {
  const browser = page.context().browser()!;
  const reader = await browser.newContext({ javaScriptEnabled: false, offline: true });
  const pictures: string[] = [];
  for (const [name, width] of [
    ['page', 1200],
    ['page-narrow', 420],
  ] as const) {
    const view = await reader.newPage();
    await view.setViewportSize({ width, height: 900 });
    await view.goto(`file://${join(folder, 'the-lease.html')}`);
    pictures.push(await picture(view, `${name}.png`));
  }
  await reader.close();
  return pictures;
}

async function picture(page: Page, name: string): Promise<string> {
  const path = join(folder, name);
  await page.screenshot({ path });
  return path;
}

function keepPicture(): string {
  const path = join(project, 'resources', 'readme', 'studio.png');
  mkdirSync(join(path, '..'), { recursive: true });
  copyFileSync(join(folder, 'studio-light.png'), path);
  return path;
}

const size = (path: string): string => `${Math.ceil(statSync(path).size / 1024)} KB`;

await demo();
process.exit(0);

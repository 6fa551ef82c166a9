import { AxeBuilder } from '@axe-core/playwright';
import type { Page } from '@playwright/test';
import type { Theme } from '#contract/preferences.ts';
import { deskOf } from '../support/desk.ts';
import { launchBrowser } from '../support/reader.ts';
import { expect, test } from '../support/test.ts';

/** What axe finds wrong, one line for each element. */
async function faults(page: Page, scene: string): Promise<string[]> {
  const { violations } = await new AxeBuilder({ page }).setLegacyMode().analyze();
  return violations.flatMap(({ id, nodes }) =>
    nodes.map(({ target, failureSummary }) => `${scene}: ${id} ${target} ${failureSummary}`),
  );
}

for (const theme of ['light', 'dark'] satisfies Theme[]) {
  test(`axe finds nothing on any screen, ${theme}`, async ({ open }) => {
    test.setTimeout(300_000);
    const studio = await open({ preferences: { theme } });
    const desk = deskOf(studio);
    const { page } = desk;
    // Nothing is looked at while it fades in.
    await page.emulateMedia({ reducedMotion: 'reduce' });
    const found: string[] = [];
    const look = async (scene: string) => found.push(...(await faults(page, scene)));
    const choose = (command: string) => studio.chooseMenuItem(command);
    const inSheet = async (command: string, scene: string) => {
      await choose(command);
      await expect(page.getByRole('dialog')).toBeVisible();
      await look(scene);
      await page.keyboard.press('Escape');
      await expect(page.getByRole('dialog')).toHaveCount(0);
    };

    await expect(page.getByRole('button', { name: 'Add sample essays' })).toBeVisible();
    await look('first start');

    await page.getByRole('button', { name: 'Add sample essays' }).click();
    await expect(desk.rows).toHaveCount(5);
    await desk.open('The Lease That Outlived Its Owner');
    await expect(desk.article.locator('table')).toBeVisible();
    await look('editor and page');

    for (const layout of ['view.editor', 'view.page', 'view.sideBySide']) {
      await choose(layout);
      await look(layout);
    }
    await inSheet('essay.details', 'details');
    await inSheet('palette.open', 'palette');
    await inSheet('help.keys', 'keys');
    await inSheet('preferences.open', 'preferences');

    await choose('view.outline');
    await look('outline');
    await page.keyboard.press('Escape');

    await choose('library.search');
    await desk.search.fill('lease');
    await expect(desk.rows.first()).toBeVisible();
    await look('search results');
    await desk.search.fill('');

    await choose('edit.find');
    await look('find and replace');
    await page.keyboard.press('Escape');

    await choose('essay.trash');
    await expect(desk.rows).toHaveCount(4);
    await look('an essay put in the trash');
    expect(found).toEqual([]);
  });
}

test('axe finds nothing on the published page, in either theme', async ({ studio }, info) => {
  const desk = deskOf(studio);
  const { page } = desk;
  await page.getByRole('button', { name: 'Add sample essays' }).click();
  await expect(desk.rows).toHaveCount(5);
  await desk.open('The Lease That Outlived Its Owner');
  const path = info.outputPath('essay.html');
  await studio.answerSave(path);
  await studio.chooseMenuItem('essay.exportHtml');
  await expect(page.getByRole('dialog')).toBeVisible();

  const browser = await launchBrowser();
  const found: string[] = [];
  for (const colorScheme of ['light', 'dark'] as const) {
    // axe puts itself into the page, which the page's own policy would refuse.
    const reader = await browser.newContext({ colorScheme, bypassCSP: true });
    const published = await reader.newPage();
    await published.goto(`file://${path}`);
    found.push(...(await faults(published, `published, ${colorScheme}`)));
  }
  await browser.close();
  expect(found).toEqual([]);
});

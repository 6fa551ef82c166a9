import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { AxeBuilder } from '@axe-core/playwright';
import type { Page } from '@playwright/test';
import type { Theme } from '#contract/preferences.ts';
import { deskOf } from '../support/desk.ts';
import { makeLibrary } from '../support/library.ts';
import type { Studio } from '../support/studio.ts';
import { expect, test } from '../support/test.ts';

/** The publishing desk as a writer meets it. */
function publishingOf({ page }: Studio) {
  const desk = page.getByRole('region', { name: 'Publishing', exact: true });
  return {
    desk,
    words: desk.locator('.publishing-words'),
    group: (name: string) => desk.getByRole('region', { name: new RegExp(`^${name} \\d`) }),
    publish: desk.getByRole('button', { name: /^Publish/ }),
    report: desk.getByRole('region', { name: /^(?:Published|Stopped)$/ }),
    lookAgain: desk.getByRole('button', { name: 'Look again' }),
    sheet: page.getByRole('dialog'),
  };
}

async function addSamples(studio: Studio) {
  const desk = deskOf(studio);
  await studio.page.getByRole('button', { name: 'Add sample essays' }).click();
  await expect(desk.rows).toHaveCount(5);
  await expect(desk.title).toHaveValue(/./);
  return desk;
}

async function addTarget(studio: Studio, kind: string, name: string, folder: string) {
  const { page } = studio;
  const { sheet } = publishingOf(studio);
  await page
    .getByRole('button', { name: /^Add a target/ })
    .first()
    .click();
  await sheet.getByRole('combobox', { name: /^Kind/ }).click();
  await page.getByRole('option', { name: kind }).click();
  await sheet.getByRole('textbox', { name: 'Name', exact: true }).fill(name);
  await studio.answerOpen([folder]);
  await sheet.getByRole('button', { name: 'Choose folder' }).click();
  await expect(sheet.getByText(folder)).toBeVisible();
  for (const status of ['Draft', 'Ready', 'In review']) {
    await sheet.getByRole('button', { name: status, exact: true }).click();
  }
  await sheet.getByRole('button', { name: 'Add', exact: true }).click();
  await expect(sheet).toHaveCount(0);
}

test('a writer adds a place, publishes to it, and is told the truth about it ever after', async ({
  studio,
}, info) => {
  test.setTimeout(120_000);
  const desk = await addSamples(studio);
  const { page } = studio;
  const folder = info.outputPath('blog');
  mkdirSync(folder, { recursive: true });
  const publishing = publishingOf(studio);

  await page.keyboard.press('ControlOrMeta+Shift+p');
  await expect(publishing.desk.getByText('There is no place to publish to yet.')).toBeVisible();
  await addTarget(studio, 'Hugo', 'My blog', folder);

  await expect(publishing.words).toHaveText('Nothing was published yet.');
  await expect(publishing.group('New')).toContainText('The Lease That Outlived Its Owner');
  await publishing.publish.click();
  await expect(publishing.report).toContainText('5 files written.');
  await expect(publishing.words).toContainText('Everything is as it was published.');
  expect(readdirSync(folder)).toHaveLength(5);
  await expect(publishing.publish).toBeDisabled();

  // The button that was pressed is gone for the keyboard; what it did has the focus instead.
  await expect(publishing.report).toBeFocused();
  await page.keyboard.press('Escape');
  await expect(publishing.desk).toHaveCount(0);

  // An edit in the studio, word by word.
  await desk.open('The Lease That Outlived Its Owner');
  await desk.goToEnd();
  await page.keyboard.insertText('\n\nOne sentence more.\n');
  await studio.chooseMenuItem('essay.publish');
  const edited = publishing.group('Unpublished edits');
  const alone = publishing.desk.getByText('Only The Lease That Outlived Its Owner');
  await expect(alone).toBeVisible();
  await expect(publishing.publish).toHaveText('Publish 1 file');
  await expect(publishing.desk.getByText(/other files? as published/)).toHaveCount(0);
  await page.screenshot({ path: info.outputPath('one-essay.png') });
  await publishing.desk.getByRole('button', { name: 'Show all essays' }).click();
  await expect(alone).toHaveCount(0);
  await expect(publishing.desk.getByText('4 other files as published.')).toBeVisible();
  await edited.getByRole('button', { name: /The Lease/ }).click();
  await expect(publishing.desk.locator('ins').last()).toContainText('One sentence more.');
  await publishing.desk.getByRole('combobox', { name: /^Show/ }).click();
  await page.getByRole('option', { name: 'The file' }).click();
  await expect(publishing.desk.locator('ins').last()).toContainText('One sentence more.');
  await expect(page.getByRole('option', { name: 'The file' })).toHaveCount(0);
  await page.keyboard.press('Escape');
  await expect(edited.getByRole('button', { name: /The Lease/ })).toBeFocused();

  // Another hand in the folder is told of, and left.
  const clocks = readdirSync(folder).find((name) => !name.includes('lease'))!;
  writeFileSync(join(folder, clocks), 'mine now');
  await publishing.lookAgain.click();
  const held = publishing.group('Changed by someone else');
  await expect(held).toContainText(clocks);
  await publishing.publish.click();
  await expect(publishing.report).toContainText('1 file written');
  await expect(publishing.report).toContainText('was edited in the folder since it was published');
  expect(readFileSync(join(folder, clocks), 'utf8')).toBe('mine now');
  await held.getByRole('button', { name: `Write over ${clocks}` }).click();
  await expect(publishing.publish).toHaveText('Publish 1 file');
  await publishing.publish.click();
  await expect(publishing.words).toContainText('Everything is as it was published.');
  expect(readFileSync(join(folder, clocks), 'utf8')).not.toBe('mine now');

  // A folder that goes away is named.
  rmSync(folder, { recursive: true });
  await publishing.lookAgain.click();
  await expect(publishing.desk.getByRole('alert')).toContainText('is not there');
  await expect(publishing.publish).toBeDisabled();
});

test('a diagram that nobody has looked at yet is drawn before it goes out', async ({
  open,
}, info) => {
  const library = info.outputPath('Library.longhand');
  const diagram = (source: string) => `Before.\n\n\`\`\`mermaid\n${source}\n\`\`\`\n`;
  makeLibrary(library, [
    { title: 'Leases', body: diagram('flowchart LR\n  Asked --> Granted'), status: 'published' },
    { title: 'Fences', body: diagram('flowchart LR\n  Old --> New'), status: 'published' },
    { title: 'On the desk', body: 'Words.', status: 'published' },
  ]);
  const studio = await open({ library });
  await deskOf(studio).open('On the desk');
  const folder = info.outputPath('site');
  mkdirSync(folder, { recursive: true });
  const publishing = publishingOf(studio);
  await studio.page.keyboard.press('ControlOrMeta+Shift+p');
  await addTarget(studio, 'HTML site', 'My site', folder);
  await expect(publishing.publish).toBeEnabled({ timeout: 30_000 });
  await expect(publishing.desk.getByText('is not drawn')).toHaveCount(0);
  await publishing.publish.click();
  await expect(publishing.report).toContainText('written');
  for (const slug of ['leases', 'fences']) {
    const page = readFileSync(join(folder, 'essays', `${slug}.html`), 'utf8');
    expect(page).toContain('<svg');
    expect(page).not.toContain('diagram-error');
  }
});

test('what must not leave keeps everything back, with a way to its line', async ({
  studio,
}, info) => {
  test.setTimeout(120_000);
  const desk = deskOf(studio);
  const folder = info.outputPath('site');
  mkdirSync(folder, { recursive: true });
  const publishing = publishingOf(studio);
  await expect(studio.page.getByRole('button', { name: 'Add sample essays' })).toBeVisible();
  await desk.write('Night shift', 'It broke.\n\nSee 10.0.0.17 for more.\n');
  await desk.isSaved();
  await studio.chooseMenuItem('library.publish');
  await addTarget(studio, 'HTML site', 'Site', folder);

  const finding = publishing.desk.locator('.finding[data-weight="blocking"]').first();
  await expect(finding).toContainText('10.0.0.17');
  await expect(publishing.publish).toBeDisabled();
  await finding.getByRole('button', { name: /^Line 3/ }).click();
  await expect(desk.text).toBeFocused();
  await studio.page.keyboard.press('Home');
  await studio.page.keyboard.press('Shift+End');
  await studio.page.keyboard.insertText('Nothing to see.');
  await studio.page.keyboard.press('ControlOrMeta+Shift+p');
  await expect(publishing.publish).toBeEnabled();
  await publishing.publish.click();
  await expect(publishing.report).toContainText('files written.');
  expect(existsSync(join(folder, 'essays/night-shift.html'))).toBe(true);

  // Settings that cannot work are refused where they are made.
  await publishing.desk.getByRole('button', { name: 'Settings' }).click();
  await publishing.sheet.getByRole('textbox', { name: 'Address on the web' }).fill('example');
  await publishing.sheet.getByRole('button', { name: 'Save' }).click();
  await expect(publishing.sheet.getByRole('alert')).toContainText('is not one of a web site');
  await studio.page.keyboard.press('Escape');
  await expect(publishing.sheet).toHaveCount(0);
});

for (const theme of ['light', 'dark'] satisfies Theme[]) {
  test(`axe finds nothing while publishing, ${theme}`, async ({ open }, info) => {
    test.setTimeout(120_000);
    const studio = await open({ preferences: { theme } });
    const { page } = studio;
    await page.emulateMedia({ reducedMotion: 'reduce' });
    await addSamples(studio);
    const folder = info.outputPath('blog');
    mkdirSync(folder, { recursive: true });
    const publishing = publishingOf(studio);
    const look = async (scene: string) => {
      expect(await faults(page), scene).toEqual([]);
      if (process.env.PICTURES)
        await page.screenshot({ path: `${process.env.PICTURES}/${scene}-${theme}.png` });
    };
    await studio.chooseMenuItem('library.publish');
    await expect(publishing.desk.getByText('There is no place to publish to yet.')).toBeVisible();
    await look('empty');
    await publishing.desk.getByRole('button', { name: 'Add a target' }).click();
    for (const name of ['Front matter', 'What is looked for before']) {
      await publishing.sheet
        .getByText(name)
        .click({ timeout: 2000 })
        .catch(() => {});
    }
    await look('form');
    await page.keyboard.press('Escape');
    await addTarget(studio, 'HTML site', 'Notes from the night shift', folder);
    await expect(publishing.group('New')).toBeVisible();
    await look('new');
    await publishing.publish.click();
    await expect(publishing.report).toBeVisible();
    await look('published');
    const [file] = readdirSync(join(folder, 'essays'));
    writeFileSync(join(folder, 'essays', file!), '<p>mine</p>');
    rmSync(join(folder, 'index.html'));
    await publishing.lookAgain.click();
    await expect(publishing.group('Changed by someone else')).toBeVisible();
    await look('meddled');
    await publishing.group('Changed by someone else').getByRole('button').first().click();
    await publishing.desk.getByRole('combobox', { name: /^Show/ }).click();
    await page.getByRole('option', { name: 'The page’s words' }).click();
    await expect(publishing.desk.locator('del').first()).toBeVisible();
    await look('difference');
    await page.setViewportSize({ width: 900, height: 640 });
    await look('narrow');
  });
}

async function faults(page: Page): Promise<string[]> {
  const { violations } = await new AxeBuilder({ page }).setLegacyMode().analyze();
  return violations.flatMap(({ id, nodes }) =>
    nodes.map(({ target, failureSummary }) => `${id} ${target} ${failureSummary}`),
  );
}

import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { AxeBuilder } from '@axe-core/playwright';
import type { Page } from '@playwright/test';
import type { Theme } from '#contract/preferences.ts';
import { addImages } from '#library/images/addImages.ts';
import { openLibrary } from '#library/openLibrary.ts';
import { deskOf } from '../support/desk.ts';
import { makeLibrary } from '../support/library.ts';
import { bodyOnDisk } from '../support/onDisk.ts';
import { expect, test } from '../support/test.ts';

let folder: string;
let library: string;
test.beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'longhand-'));
  library = join(folder, 'Library.longhand');
  makeLibrary(library, [
    { title: 'On clocks', body: 'The first clock was wrong by an hour.\n' },
    { title: 'On queues', body: 'Wait until it is your turn.\n' },
    { title: 'On leases', body: 'It ended before its owner knew.\n' },
  ]);
});
test.afterEach(() => rmSync(folder, { recursive: true, force: true }));

/** Puts bytes in the place of the first or the last that are there. */
function overwrite(path: string, at: number, bytes: Uint8Array): void {
  const file = readFileSync(path);
  file.set(bytes, at);
  writeFileSync(path, file);
}

function noise(count: number): Uint8Array {
  return Uint8Array.from({ length: count }, (_, place) => (place * 7919 + 13) % 251);
}

/** What axe finds wrong with what is shown. */
async function faults(page: Page): Promise<string[]> {
  const { violations } = await new AxeBuilder({ page }).setLegacyMode().analyze();
  return violations.flatMap(({ id, nodes }) => nodes.map(({ target }) => `${id} ${target}`));
}

for (const theme of ['light', 'dark'] satisfies Theme[]) {
  test(`a library that does not open says so, and what can be proved is rescued, ${theme}`, async ({
    launch,
  }) => {
    overwrite(library, 100, noise(3000));
    const before = readFileSync(library);
    const studio = await launch({ library, preferences: { theme } });
    const { page } = studio;
    await page.emulateMedia({ reducedMotion: 'reduce' });
    await expect(page.getByRole('heading')).toContainText('is damaged');
    await expect(page.getByText('This file stays as it is.')).toBeVisible();
    await expect(page.getByText('is damaged')).toHaveCount(1);
    expect(await faults(page)).toEqual([]);

    const rescue = page.getByRole('button', { name: 'Rescue into a new library' });
    await expect(rescue).toBeFocused();
    await rescue.click();
    await expect(page.getByRole('heading', { name: 'Rescued into a new library' })).toBeVisible();
    await expect(page.getByText('All 3 essays are as they were saved last.')).toBeVisible();
    expect(await faults(page)).toEqual([]);
    expect(readFileSync(library)).toEqual(before);

    await page.getByRole('button', { name: 'Open the rescued library' }).click();
    await expect(deskOf(studio).rows).toHaveCount(3);
    const rescued = join(folder, 'Library rescued.longhand');
    expect(bodyOnDisk(rescued, 'On queues')).toBe('Wait until it is your turn.\n');
  });
}

test('a library whose first bytes are noise can be rescued as well; stopping that makes nothing', async ({
  launch,
}) => {
  const more = Array.from({ length: 1_500 }, (_, count) => ({
    title: `Essay ${count}`,
    body: 'Some words of it.\n'.repeat(20),
  }));
  makeLibrary(library, more);
  overwrite(library, 0, noise(4096));
  const { page } = await launch({ library });
  await expect(page.getByRole('heading')).toContainText('is not a Longhand library');
  const rescue = page.getByRole('button', { name: 'Rescue into a new library' });
  await rescue.click();
  await page.getByRole('button', { name: 'Stop' }).click();
  await expect(page.getByRole('heading')).toContainText('is not a Longhand library');
  expect(readdirSync(folder).filter((name) => name.includes('rescue'))).toEqual([]);
  await rescue.click();
  await expect(page.getByText('All 1,503 essays are as they were saved last.')).toBeVisible();
});

for (const theme of ['light', 'dark'] satisfies Theme[]) {
  test(`an essay that was altered in the file is told, the others open, and its history gives it back, ${theme}`, async ({
    launch,
  }) => {
    const text = 'The first clock was wrong by an hour.\n';
    const opened = openLibrary(library);
    const bytes = Buffer.from('the bytes of a clock');
    addImages(opened, [{ stem: 'clock', extension: 'png', width: 6, height: 4, bytes }]);
    opened.db.exec('UPDATE image SET bytes = zeroblob(20)');
    opened.close();
    const at = readFileSync(library).indexOf(text);
    overwrite(library, at, Buffer.from('The first clock was right'));
    const studio = await launch({ library, preferences: { theme } });
    const desk = deskOf(studio);
    const { page } = desk;
    await page.emulateMedia({ reducedMotion: 'reduce' });

    await desk.open('On queues');
    await expect(desk.text).toContainText('Wait until it is your turn.');
    await desk.rows.filter({ hasText: 'On clocks' }).dblclick();
    await expect(desk.notice).toContainText('The text of “On clocks” is damaged');

    await studio.chooseMenuItem('library.verify');
    const proof = desk.sheet('Damage found');
    await expect(proof).toContainText('Its text between lines 1 and 2 is not what was saved.');
    await expect(proof).toContainText('Its history is whole and gives it back.');
    await proof.getByRole('button', { name: 'Rescue into a new library' }).click();
    const sheet = desk.sheet('Rescue into a new library');
    await expect(sheet).toBeVisible();
    expect(await faults(page)).toEqual([]);
    await sheet.getByRole('button', { name: 'Rescue' }).click();
    const report = desk.sheet('Rescued');
    await expect(report).toContainText('All 3 essays are as they were saved last.');
    await expect(report).toContainText('Made again from its history, as it was saved last.');
    await expect(report).toContainText('The image “clock.png” could not be rescued.');
    expect(await faults(page)).toEqual([]);
    await report.getByRole('button', { name: 'Open the rescued library' }).click();
    await expect(page.getByRole('dialog')).toHaveCount(0);
    await desk.open('On clocks');
    await expect(desk.text).toContainText('The first clock was wrong by an hour.');
  });
}

for (const theme of ['light', 'dark'] satisfies Theme[]) {
  test(`a backup is made, listed, shown, and opens as a copy, ${theme}`, async ({ launch }) => {
    const studio = await launch({ library, preferences: { theme } });
    const desk = deskOf(studio);
    const { page } = desk;
    await page.emulateMedia({ reducedMotion: 'reduce' });
    await studio.chooseMenuItem('preferences.open');
    const preferences = desk.sheet('Preferences');
    await expect(preferences).toContainText('None was made yet.');
    await preferences.getByRole('button', { name: 'Back up now' }).click();
    await expect(preferences).toContainText('1 backup kept.');
    expect(await faults(page)).toEqual([]);
    const made = readdirSync(join(folder, 'Backups')).filter((name) => name.endsWith('-backup'));
    expect(made).toHaveLength(1);
    await preferences.getByRole('button', { name: 'Show in folder' }).click();
    await expect.poll(() => studio.opened()).toEqual([join(folder, 'Backups', made[0]!)]);
    await page.keyboard.press('Escape');

    await desk.open('On queues');
    await desk.goToEnd();
    await page.keyboard.type('And then some.');
    await desk.isSaved();
    await studio.chooseMenuItem('library.backups');
    const sheet = desk.sheet('Backups');
    await expect(sheet).toContainText('3 essays');
    expect(await faults(page)).toEqual([]);
    await sheet.getByRole('button', { name: /^Open a copy/ }).click();
    await expect(page.getByRole('dialog')).toHaveCount(0);
    await desk.open('On queues');
    await expect(desk.text).not.toContainText('And then some.');
    expect(bodyOnDisk(library, 'On queues')).toContain('And then some.');
  });
}

test('a folder for backups that is gone is said for as long as it is', async ({ launch }) => {
  const studio = await launch({ library });
  const desk = deskOf(studio);
  const gone = join(folder, 'Disk');
  await studio.chooseMenuItem('preferences.open');
  await studio.answerOpen([gone]);
  const preferences = desk.sheet('Preferences');
  await preferences.getByRole('button', { name: 'Choose folder' }).click();
  await expect(preferences).toContainText('is not there.');
  await desk.page.keyboard.press('Escape');
  await expect(desk.page.locator('.standing')).toContainText(`“${gone}”, is not there.`);
  expect(existsSync(gone)).toBe(false);
});

import { mkdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import { keepCopy } from '#library/keepCopy.ts';
import { latestVersion } from '#library/migrations/migrations.ts';
import { makeLibraryOfOne } from '../library/migrations/versionOne.ts';
import { deskOf } from '../support/desk.ts';
import { makeLibrary } from '../support/library.ts';
import { bodyOnDisk, essaysOnDisk } from '../support/onDisk.ts';
import { expect, test } from '../support/test.ts';

test('the first start on an older library says where it is kept as it was, once', async ({
  launch,
}, info) => {
  const folder = info.outputPath('here');
  mkdirSync(folder, { recursive: true });
  const library = join(folder, 'Library.longhand');
  makeLibraryOfOne(library, [{ title: 'From Before', pieces: ['Old words.\n'] }]);

  const first = await launch({ library });
  const sheet = deskOf(first).sheet('Your library was brought to this version');
  await expect(sheet.locator('.path')).toHaveText(/Library\.longhand\.version-1\..+\.backup$/);
  const copy = (await sheet.locator('.path').textContent())!;
  await sheet.getByRole('button', { name: 'Show in folder' }).click();
  expect(await first.opened()).toEqual([copy]);
  await sheet.getByRole('button', { name: 'Done' }).press('Enter');
  await expect(deskOf(first).rows).toContainText(['From Before']);
  await first.page.reload();
  await expect(deskOf(first).rows).toContainText(['From Before']);
  await expect(sheet).toHaveCount(0);
  await first.quit();
  const db = new Database(copy, { readonly: true });
  expect(db.pragma('user_version', { simple: true })).toBe(1);
  db.close();

  const second = await launch({ library, settings: first.settings });
  await expect(deskOf(second).rows).toContainText(['From Before']);
  await expect(deskOf(second).sheet(/brought to this version/)).toHaveCount(0);
});

test('after going back to an older version, the copy kept of the library opens', async ({
  launch,
}, info) => {
  const folder = info.outputPath('here');
  mkdirSync(folder, { recursive: true });
  const library = join(folder, 'Library.longhand');
  makeLibrary(library, [{ title: 'Written Before', body: 'Words.\n' }]);
  // What a newer version does at its first start, and the writer then.
  const db = new Database(library);
  keepCopy(db, library, latestVersion, new Date());
  db.exec("UPDATE essay SET title = 'Written After'");
  db.pragma(`user_version = ${latestVersion + 1}`);
  db.close();
  const newer = readFileSync(library);

  const studio = await launch({ library });
  const { page } = studio;
  await expect(page.getByRole('alert')).toContainText('was written by a newer version of Longhand');
  const button = page.getByRole('button', { name: 'Open the copy kept of it' });
  await expect(button).toBeFocused();
  await button.press('Enter');
  const desk = deskOf(studio);
  await expect(desk.rows).toContainText(['Written Before']);
  await desk.rows.first().click();
  await desk.goToEnd();
  await page.keyboard.type('Going on.');
  await desk.isSaved();
  const copy = join(folder, 'Library before the newer version.longhand');
  expect(bodyOnDisk(copy, 'Written Before')).toBe('Words.\nGoing on.');
  expect(essaysOnDisk(library).map(({ title }) => title)).toEqual(['Written After']);
  expect(readFileSync(library).equals(newer)).toBe(true);
});

import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { AxeBuilder } from '@axe-core/playwright';
import Database from 'better-sqlite3';
import { historyRecord } from '#export/historyRecord.ts';
import { changeBody } from '#library/essays/changeBody.ts';
import { createEssay } from '#library/essays/createEssay.ts';
import { readEssay } from '#library/essays/readEssay.ts';
import { readHistory } from '#library/journal/readHistory.ts';
import { openLibrary } from '#library/openLibrary.ts';
import { deskOf } from '../support/desk.ts';
import { launchBrowser } from '../support/reader.ts';
import { expect, test } from '../support/test.ts';
import { typed } from '../support/typed.ts';

test('a library is verified when it is asked for, and the status bar says when', async ({
  studio,
}) => {
  const desk = deskOf(studio);
  await desk.write('Sound', 'Every word.');
  await desk.isSaved();
  await studio.chooseMenuItem('library.verify');
  const sheet = desk.sheet('Every word is as it was written');
  await expect(sheet).toContainText('1 essay');
  await sheet.getByRole('button', { name: 'Done' }).click();
  await expect(studio.page.getByRole('button', { name: /^Verified \d\d:\d\d$/ })).toBeVisible();
});

test('damage is named as the essay is opened: what is hurt, and what still stands', async ({
  studio,
}) => {
  const desk = deskOf(studio);
  await desk.write('Hurt', 'Word by word.');
  await desk.isSaved();
  await desk.write('Sound', 'All of it.');
  await desk.isSaved();
  const db = new Database(studio.library);
  db.exec(`UPDATE journal_line SET line = replace(line, '"text":[[', '"text":[[1')
           WHERE essay_key = (SELECT key FROM essay WHERE title = 'Hurt')`);
  db.close();
  await desk.rows.filter({ hasText: 'Hurt' }).click();
  const line = studio.page.getByRole('button', { name: 'Damage in 1 essay' });
  await line.click();
  const sheet = desk.sheet('Damage found');
  await expect(sheet).toContainText(
    /Change \d+ of its history is hurt: it is not what was written\./,
  );
  await expect(sheet).toContainText('So does its text.');
  const { violations } = await new AxeBuilder({ page: studio.page }).setLegacyMode().analyze();
  expect(violations).toEqual([]);
});

test('a record of an essay’s writing checks and replays itself without Longhand, and tells when it was altered', async () => {
  const folder = test.info().outputPath('record');
  mkdirSync(folder, { recursive: true });
  const library = openLibrary(join(folder, 'a.longhand'));
  const { id } = createEssay(library, { title: 'A <record>', body: 'One\r\ntwo' });
  changeBody(library, { id, baseRevision: 1, steps: typed([7, [0, ' 🦜', '</pre>']]) });
  changeBody(library, { id, baseRevision: 2, steps: typed([[3, 'Won'], 14], [4, [3, '2'], 10]) });
  const essay = readEssay(library, id);
  const { lines } = readHistory(library, id, 1);
  library.close();
  const template = readFileSync('resources/record/record.html', 'utf8');
  const browser = await launchBrowser();
  const context = await browser.newContext({ offline: true });
  const page = await context.newPage();
  const open = async (html: string) => {
    const path = join(folder, 'record.html');
    writeFileSync(path, html);
    await page.goto(pathToFileURL(path).href);
  };

  const record = historyRecord({ ...essay, lines }, template);
  await open(record);
  await expect(page.locator('#result')).toHaveText(
    'All 3 changes have the hash below, and each fits the text before it.',
  );
  await expect(page.locator('#text')).toHaveText(essay.body.replaceAll('\r\n', '\n'));
  await page.locator('#change').fill('2');
  await expect(page.locator('#text')).toHaveText('One\ntwo 🦜\n</pre>');
  await page.locator('#change').fill('1');
  await expect(page.locator('#text')).toHaveText('One\ntwo');

  await open(record.replace('"Won"', '"Win"'));
  await expect(page.locator('#result')).toContainText('This record was altered');

  // axe puts itself into the page, which the page's own policy would refuse.
  const unguarded = await browser.newContext({ bypassCSP: true });
  const looked = await unguarded.newPage();
  await looked.goto(page.url());
  expect((await new AxeBuilder({ page: looked }).setLegacyMode().analyze()).violations).toEqual([]);
  await browser.close();
});

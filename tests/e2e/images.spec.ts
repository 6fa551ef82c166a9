import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import AxeBuilder from '@axe-core/playwright';
import type { Page } from '@playwright/test';
import { deskOf } from '../support/desk.ts';
import { bodyOnDisk } from '../support/onDisk.ts';
import { png } from '../support/pictures.ts';
import { type Reader, startReader } from '../support/reader.ts';
import { expect, test } from '../support/test.ts';

let reader: Reader;
test.beforeAll(async () => {
  reader = await startReader();
});
test.afterAll(() => reader.close());

test('an image is pasted, described, shown on the page and sent with it; then let go', async ({
  studio,
}, info) => {
  const desk = deskOf(studio);
  const { page } = studio;
  await desk.write('Clocks', 'Before.\n\n');

  await desk.text.evaluate(
    (text, bytes) => {
      const data = new DataTransfer();
      const file = new Uint8Array(bytes);
      data.items.add(new File([file], 'image.png', { type: 'image/png' }));
      text.dispatchEvent(new ClipboardEvent('paste', { clipboardData: data, bubbles: true }));
    },
    [...png(1200, 600)],
  );
  const ask = desk.sheet('What does it show?');
  await expect(ask.getByLabel('clocks.png')).toBeFocused();
  await expect(ask.locator('img')).toHaveJSProperty('naturalWidth', 1200);
  await isAccessible(page);
  await page.keyboard.type('A [clock] at noon');
  await page.keyboard.press('Enter');
  await expect(ask).toBeHidden();
  await desk.isSaved();
  expect(bodyOnDisk(studio.library, 'Clocks')).toBe(
    'Before.\n\n![A \\[clock\\] at noon](images/clocks.png)',
  );
  const shown = desk.article.locator('img');
  await expect(shown).toHaveAttribute('alt', 'A [clock] at noon');
  await expect(shown).toHaveAttribute('width', '1200');
  await expect(shown).toHaveAttribute('srcset', /-800\.png 800w/);
  await expect
    .poll(() => shown.evaluate((each) => (each as HTMLImageElement).naturalWidth))
    .toBeGreaterThan(0);

  const folder = info.outputPath('chosen');
  mkdirSync(folder, { recursive: true });
  writeFileSync(join(folder, 'large.png'), Buffer.alloc(200 * 1024 * 1024));
  writeFileSync(
    join(folder, 'plan.svg'),
    '<svg xmlns="http://www.w3.org/2000/svg"><script/></svg>',
  );
  for (const [name, said] of [
    ['large.png', '“large.png” has 200 MB; an image may have 25.'],
    ['plan.svg', 'The drawing “plan.svg” holds a <script> element, so it was not taken in.'],
  ] as const) {
    await studio.answerOpen([join(folder, name)]);
    await studio.chooseMenuItem('essay.insertImage');
    await expect(desk.notice).toContainText(said);
  }
  await page.keyboard.press('ControlOrMeta+End');
  await page.keyboard.insertText('\n\n![Gone](images/gone.png)\n');
  await desk.isSaved();

  const path = info.outputPath('out', 'clocks.html');
  mkdirSync(info.outputPath('out'), { recursive: true });
  await studio.answerSave(path);
  await studio.chooseMenuItem('essay.exportFolder');
  await desk.sheet('Exported as HTML').getByRole('button', { name: 'Done' }).click();
  const onScreen = await desk.article.evaluate((element) => element.outerHTML);
  expect(readFileSync(path, 'utf8')).toContain(onScreen.slice(onScreen.indexOf('<p>Before')));
  expect(readdirSync(info.outputPath('out', 'images'))).toEqual([
    expect.stringMatching(/^clocks\.[0-9a-f]{8}-800\.png$/),
    expect.stringMatching(/^clocks\.[0-9a-f]{8}\.png$/),
  ]);
  const read = await reader.open(path);
  expect(read.complaints).toEqual([]);
  expect(read.article).toBe(onScreen);

  await studio.chooseMenuItem('library.images');
  const sheet = desk.sheet('Images');
  await expect(sheet.getByRole('listitem').filter({ hasText: 'images/gone.png' })).toContainText(
    'Clocks',
  );
  await expect(sheet.getByText('In essays')).toBeVisible();
  await isAccessible(page);
  await page.screenshot({ path: info.outputPath('images.png') });
  await sheet.getByRole('button', { name: 'Done' }).click();

  await desk.text.focus();
  await page.keyboard.press('ControlOrMeta+a');
  await page.keyboard.insertText('Nothing.');
  await desk.isSaved();
  await studio.chooseMenuItem('library.images');
  await expect(sheet.getByText('Only in earlier versions')).toBeVisible();
  await sheet.getByRole('button', { name: 'Delete clocks.png' }).click();
  const sure = desk.sheet('Delete “clocks.png” for good?');
  await expect(sure.getByRole('button', { name: 'Keep' })).toBeFocused();
  await sure.getByRole('button', { name: 'Delete for good' }).click();
  await expect(sheet.getByText('None yet.')).toBeVisible();
});

test('an image dropped on the text goes where it is dropped', async ({ studio }, info) => {
  const desk = deskOf(studio);
  await desk.write('Drops', 'First line.\n\n\n\nLast line.');
  const file = info.outputPath('Größe (1).png');
  writeFileSync(file, png(40, 20));
  const line = await desk.text.locator('.cm-line').nth(2).boundingBox();
  const devtools = await studio.page.context().newCDPSession(studio.page);
  const at = {
    x: line!.x + 40,
    y: line!.y + 5,
    data: { items: [], files: [file], dragOperationsMask: 1 },
  };
  for (const type of ['dragEnter', 'dragOver', 'drop'] as const) {
    await devtools.send('Input.dispatchDragEvent', { type, ...at });
  }
  await desk.sheet('What does it show?').getByRole('button', { name: 'Later' }).click();
  await desk.isSaved();
  await expect
    .poll(() => bodyOnDisk(studio.library, 'Drops'))
    .toBe('First line.\n\n![](images/grosse-1.png)\n\nLast line.');
});

/** Whether axe finds nothing in the open sheet, on light and on dark grounds. */
async function isAccessible(page: Page): Promise<void> {
  for (const colorScheme of ['dark', 'light'] as const) {
    await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' });
    const { violations } = await new AxeBuilder({ page }).include('.sheet').analyze();
    expect(violations, colorScheme).toEqual([]);
  }
}

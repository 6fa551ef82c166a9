import { deskOf } from '../support/desk.ts';
import { makeLibrary, sampleEssays } from '../support/library.ts';
import { essaysOnDisk } from '../support/onDisk.ts';
import { expect, test } from '../support/test.ts';

test('essays are filtered by status and tag, and sorted as asked', async ({ open }, info) => {
  const library = info.outputPath('Library.longhand');
  makeLibrary(library, sampleEssays);
  const studio = await open({ library });
  const desk = deskOf(studio);
  const { page } = studio;
  const choose = async (what: RegExp, wanted: string) => {
    await page.getByRole('combobox', { name: what }).click();
    await page.locator('.menu').getByRole('option', { name: wanted }).click();
  };
  const titles = () => desk.rows.locator('.row-title').allTextContents();
  const [night, cost, measure] = sampleEssays.map(({ title }) => title!) as [
    string,
    string,
    string,
  ];
  await expect(desk.rows).toHaveCount(3);

  await choose(/^Sort by/, 'Title');
  await expect.poll(titles).toEqual([night, measure, cost]);
  await choose(/^Sort by/, 'Newest');
  await expect.poll(titles).toEqual([cost, night, measure]);
  await choose(/^Tag/, 'incident');
  await expect.poll(titles).toEqual([night, measure]);
  await choose(/^Show/, 'Published');
  await expect.poll(titles).toEqual([night]);
  await choose(/^Show/, 'Ready');
  await page.getByRole('button', { name: 'Show all essays' }).click();
  await expect(desk.rows).toHaveCount(3);
  await page.reload();
  await expect.poll(titles).toEqual([cost, night, measure]);
});

test('an essay is renamed, duplicated, moved to the trash, restored and deleted for good', async ({
  studio,
}) => {
  const desk = deskOf(studio);
  const { page, library } = studio;
  const onRow = async (item: string) => {
    await desk.rows.first().click({ button: 'right' });
    await page.getByRole('menuitem', { name: item, exact: true }).click();
  };
  const show = async (view: string) => {
    await page.getByRole('combobox', { name: /^Show/ }).click();
    await page.locator('.menu').getByRole('option', { name: view }).click();
  };
  await desk.write('Named First', 'Text.');
  await desk.isSaved();
  await onRow('Rename');
  await expect(desk.title).toBeFocused();
  await page.keyboard.press('ControlOrMeta+a');
  await page.keyboard.type('Named Again');
  await desk.isSaved();
  await expect(desk.rows).toContainText(['Named Again']);

  await onRow('Duplicate');
  await expect(desk.rows).toHaveCount(2);
  await expect
    .poll(() => essaysOnDisk(library).map(({ body }) => body))
    .toEqual(['Text.', 'Text.']);
  const copy = await desk.title.inputValue();
  expect(copy).not.toBe('Named Again');

  await page.keyboard.press('ControlOrMeta+Shift+Backspace');
  await expect(desk.notice).toHaveText('Essay moved to the trash.');
  await expect(desk.rows).toContainText(['Named Again']);
  await expect(desk.title).toBeHidden();

  await show('Trash');
  await expect(desk.rows).toContainText([copy]);
  await onRow('Restore');
  await expect(desk.rows).toHaveCount(0);
  await page.getByRole('button', { name: 'Back to the essays' }).click();
  await expect(desk.rows).toHaveCount(2);

  await desk.rows.filter({ hasText: copy }).click();
  await desk.rows.filter({ hasText: copy }).press('Delete');
  await show('Trash');
  await desk.rows.first().click();
  await page.getByRole('button', { name: 'Delete for good' }).click();
  const sheet = desk.sheet(`Delete “${copy}” for good?`);
  await sheet.getByRole('button', { name: 'Keep' }).click();
  expect(essaysOnDisk(library)).toHaveLength(2);
  await page.getByRole('button', { name: 'Delete for good' }).click();
  await sheet.getByRole('button', { name: 'Delete for good' }).click();
  await expect(desk.rows).toHaveCount(0);
  expect(essaysOnDisk(library).map(({ title }) => title)).toEqual(['Named Again']);
});

test('ten thousand essays scroll as ten do, and a search opens its line', async ({
  open,
}, info) => {
  const library = info.outputPath('Library.longhand');
  const long = Array.from({ length: 400 }, (_, line) => `Line ${line} of a long essay.\n`);
  long[300] = 'Here the quetzal lands, in the middle of it all.\n';
  makeLibrary(library, [
    ...Array.from({ length: 9_999 }, (_, n) => ({
      title: `Number ${n}`,
      body: `The text of number ${n} is short.\n`,
      createdAt: new Date(Date.UTC(2020, 0, 1) + n * 60_000).toISOString(),
    })),
    { title: 'The Long One', body: long.join('\n') },
  ]);
  const studio = await open({ library, preferences: { sort: 'created' } });
  const desk = deskOf(studio);
  const { page } = studio;
  const list = page.getByRole('listbox', { name: 'Essays' });
  await expect(page.getByRole('combobox', { name: /^Show/ })).toBeVisible();
  await expect(desk.rows.first()).toHaveAttribute('aria-setsize', '10000');
  expect(await desk.rows.count()).toBeLessThan(100);

  await list.focus();
  await page.keyboard.press('End');
  await expect(desk.rows.filter({ hasText: /^Number 0The/ })).toBeInViewport();
  expect(await desk.rows.count()).toBeLessThan(100);
  await page.keyboard.press('ArrowUp');
  await page.keyboard.press('Enter');
  await expect(desk.title).toHaveValue('Number 1');
  await expect(desk.text).toBeFocused();

  // The index of so many is made while the window is open already, and its first question begins it.
  await desk.search.fill('quetz');
  await expect(page.getByText('Still reading the library…')).toBeVisible();
  await expect(desk.rows).toHaveCount(1, { timeout: 60_000 });
  await expect(desk.rows).toContainText('Here the quetzal lands');
  await expect(desk.rows.locator('mark')).toHaveText(/^quetz/);
  await desk.search.press('Enter');
  await page.keyboard.press('Enter');
  await expect(desk.title).toHaveValue('The Long One');
  const line = desk.text.getByText('Here the quetzal lands');
  await expect(line).toBeInViewport();
  await expect(desk.frame.getByText('Here the quetzal lands')).toBeInViewport();
  await page.keyboard.type('>> ');
  await expect(line).toHaveText(/^>> Here/);

  await page.keyboard.press('ControlOrMeta+Shift+F');
  await desk.search.fill('number 7');
  await expect(desk.rows.first()).toContainText(/number 7/i);
  expect(await desk.rows.count()).toBeLessThan(100);
  await desk.search.fill('no such word anywhere');
  await expect(page.getByText('Nothing found for “no such word anywhere”.')).toBeVisible();
});

test('another library is opened, or a new one made, from the menu, with what was typed saved', async ({
  studio,
}, info) => {
  const desk = deskOf(studio);
  const other = info.outputPath('Other.longhand');
  const fresh = info.outputPath('Fresh.longhand');
  makeLibrary(other, [{ title: 'In the Other', body: 'Text.\n' }]);
  await desk.write('In the First', 'Typed');
  await desk.isSaved();
  await desk.stopTheClock();
  await studio.page.keyboard.type(' to the end.');
  await studio.answerOpen([other]);
  await studio.chooseMenuItem('library.open');
  await expect(desk.rows).toContainText(['In the Other']);
  await expect(desk.title).toBeHidden();
  expect(essaysOnDisk(studio.library)).toEqual([
    { title: 'In the First', body: 'Typed to the end.' },
  ]);

  await studio.answerSave(fresh);
  await studio.chooseMenuItem('library.new');
  await expect(desk.rows).toHaveCount(0);
  await studio.page.getByRole('button', { name: 'Add sample essays' }).click();
  await expect(desk.rows).toHaveCount(5);
  await expect(desk.article.locator('h1')).not.toBeEmpty();
  expect(essaysOnDisk(fresh)).toHaveLength(5);
  expect(essaysOnDisk(other)).toHaveLength(1);
});

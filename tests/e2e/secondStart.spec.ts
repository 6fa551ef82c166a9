import { deskOf } from '../support/desk.ts';
import { makeLibrary } from '../support/library.ts';
import { bodyOnDisk } from '../support/onDisk.ts';
import { expect, test } from '../support/test.ts';

test('a second start on the same library brings the first window back, and nothing else', async ({
  studio,
}) => {
  const desk = deskOf(studio);
  await desk.write('Still Here', 'Some text');
  await studio.main(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.minimize());
  expect((await studio.secondStart()).code).toBe(0);
  const windows = await studio.main(({ BrowserWindow }) =>
    BrowserWindow.getAllWindows().map((window) => window.isMinimized()),
  );
  expect(windows).toEqual([false]);
  await studio.page.keyboard.type(' goes on.');
  await expect.poll(desk.lines).toEqual(['Some text goes on.']);
});

test('a second start with another library saves what is typed, then shows that one', async ({
  studio,
}, info) => {
  const desk = deskOf(studio);
  const other = info.outputPath('Other.longhand');
  makeLibrary(other, [{ title: 'In the Other', body: 'Text.\n' }]);
  await desk.write('In the First', 'Typed');
  await desk.isSaved();
  await desk.stopTheClock();
  await studio.page.keyboard.type(' to the end.');
  expect((await studio.secondStart({ library: other })).code).toBe(0);
  await expect(desk.rows).toContainText(['In the Other']);
  expect(bodyOnDisk(studio.library, 'In the First')).toBe('Typed to the end.');

  await desk.rows.first().click();
  await expect(desk.title).toHaveValue('In the Other');
  await desk.goToEnd();
  await studio.page.keyboard.type('More.');
  await expect.poll(() => bodyOnDisk(other, 'In the Other')).toBe('Text.\nMore.');
});

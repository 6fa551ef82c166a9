import Database from 'better-sqlite3';
import { deskOf } from '../support/desk.ts';
import { bodyOnDisk } from '../support/onDisk.ts';
import type { Studio } from '../support/studio.ts';
import { expect, test } from '../support/test.ts';

const ways: Record<string, (studio: Studio) => Promise<unknown>> = {
  'the menu': (studio) => studio.quit(),
  'the window’s own button': async (studio) => {
    await studio.main(({ BrowserWindow }) => {
      setTimeout(() => BrowserWindow.getAllWindows()[0]?.close(), 0);
    });
    return studio.exited;
  },
};

for (const [way, leave] of Object.entries(ways)) {
  test(`quitting by ${way} while typing keeps the last character`, async ({ studio }) => {
    const desk = deskOf(studio);
    await desk.write('Last Words', 'So it ended');
    await desk.isSaved();
    await desk.stopTheClock();
    await studio.page.keyboard.type(' with this.');
    await desk.title.focus();
    await studio.page.keyboard.press('End');
    await studio.page.keyboard.type('!');
    expect(await leave(studio)).toBe(0);
    expect(bodyOnDisk(studio.library, 'Last Words!')).toBe('So it ended with this.');
  });
}

test('a kill takes nothing that was typed more than a moment before', async ({ studio }) => {
  const desk = deskOf(studio);
  await desk.write('Killed', '');
  await desk.isSaved();
  const typed: { text: string; at: number }[] = [];
  for (let count = 0; count < 60; count += 1) {
    const letter = String.fromCharCode(97 + (count % 26));
    await studio.page.keyboard.type(letter, { delay: 10 });
    typed.push({ text: `${typed.at(-1)?.text ?? ''}${letter}`, at: Date.now() });
  }
  const killedAt = Date.now();
  await studio.kill();

  // 250 ms, and what a busy machine may take to get round to it.
  const due = typed.filter(({ at }) => at < killedAt - 250 - 500).at(-1);
  expect(due).toBeDefined();
  const kept = bodyOnDisk(studio.library, 'Killed') ?? '';
  expect(kept.startsWith(due!.text)).toBe(true);
  expect(typed.at(-1)?.text.startsWith(kept)).toBe(true);
});

test('quitting stops where the text cannot be saved, and Escape goes back to writing', async ({
  studio,
}, info) => {
  const desk = deskOf(studio);
  await desk.write('Held Up', 'Before.');
  await desk.isSaved();
  const other = new Database(studio.library);
  other.exec('BEGIN IMMEDIATE');
  await studio.page.keyboard.type(' After.');
  const exit = studio.quit();
  const sheet = desk.sheet('Some of your text is not saved');
  await expect(sheet).toContainText('Another program is writing');
  await studio.page.keyboard.press('Escape');
  await expect(sheet).toBeHidden();
  await studio.page.keyboard.type(' More.');
  await expect.poll(desk.lines).toEqual(['Before. After. More.']);

  // Another start that wants another library waits for the writer too, and goes when the writer stays.
  const second = studio.secondStart({ library: info.outputPath('Other.longhand') });
  await expect(sheet).toBeVisible();
  await studio.page.keyboard.press('Escape');
  await expect(sheet).toBeHidden();
  expect((await second).code).toBe(0);

  other.exec('ROLLBACK');
  other.close();
  await studio.page.getByRole('button', { name: 'Retry' }).click();
  await desk.isSaved();
  await studio.quit();
  expect(await exit).toBe(0);
  expect(bodyOnDisk(studio.library, 'Held Up')).toBe('Before. After. More.');
});

import Database from 'better-sqlite3';
import { deskOf } from '../support/desk.ts';
import { bodyOnDisk } from '../support/onDisk.ts';
import { expect, test } from '../support/test.ts';

test('what is typed is on disk a moment later, and there after a reload and a restart', async ({
  launch,
}) => {
  const first = await launch();
  const desk = deskOf(first);
  await desk.write('A New Essay', 'The first paragraph.');
  await first.page.keyboard.press('Enter');
  await first.page.keyboard.press('Enter');
  await first.page.keyboard.type('The second.');
  await expect
    .poll(() => bodyOnDisk(first.library, 'A New Essay'), { timeout: 1_500 })
    .toBe('The first paragraph.\n\nThe second.');
  await desk.isSaved();

  await first.page.reload();
  await expect(desk.title).toHaveValue('A New Essay');
  expect(await desk.lines()).toEqual(['The first paragraph.', '', 'The second.']);
  await expect(desk.article.locator(':scope > p')).toHaveText([
    'The first paragraph.',
    'The second.',
  ]);
  expect(await first.quit()).toBe(0);

  const second = deskOf(await launch({ settings: first.settings, library: first.library }));
  await expect(second.title).toHaveValue('A New Essay');
  expect(await second.lines()).toEqual(['The first paragraph.', '', 'The second.']);
});

test('whenever the status bar says that all is saved, what is on screen is on disk', async ({
  studio,
}) => {
  const desk = deskOf(studio);
  await desk.write('Truth', 'x');
  await desk.isSaved();
  const claims: { shown: string; saved: string | null }[] = [];
  await studio.page.exposeFunction('noteClaim', (shown: string) => {
    claims.push({ shown, saved: bodyOnDisk(studio.library, 'Truth') });
  });
  await studio.page.evaluate(() => {
    const { noteClaim } = window as unknown as { noteClaim: (shown: string) => void };
    const note = () => {
      if (!/^Saved/.test(document.querySelector('.saved-line')?.textContent ?? '')) return;
      noteClaim(document.querySelector('.cm-line')?.textContent ?? '');
    };
    new MutationObserver(note).observe(document.querySelector('.status-bar')!, {
      subtree: true,
      childList: true,
      characterData: true,
    });
  });
  const words = ' and so on, word after word, for as long as it takes';
  // It is said at rests, which a writer has after a few words.
  for (const part of words.split(/(?<=,)/)) {
    await studio.page.keyboard.type(part, { delay: 30 });
    await studio.page.waitForTimeout(700);
  }
  await expect.poll(() => claims.at(-1)?.saved).toBe(`x${words}`);
  expect(claims.length).toBeGreaterThanOrEqual(3);
  // By the time a claim is checked more may have been saved, but never less than was on screen.
  expect(claims.filter(({ shown, saved }) => !saved?.startsWith(shown))).toEqual([]);
});

test('nothing is called saved while another program keeps the library from being written', async ({
  studio,
}) => {
  const desk = deskOf(studio);
  await desk.write('Waiting', 'One');
  await desk.isSaved();
  const other = new Database(studio.library);
  other.exec('BEGIN IMMEDIATE');
  await studio.page.keyboard.type(' two');
  await expect(desk.saved).toHaveText(/^(Saving|Not saved: another program is writing)/);
  await studio.page.waitForTimeout(1_000);
  await expect(desk.saved).toHaveText(/^(Saving|Not saved: another program is writing)/);
  expect(bodyOnDisk(studio.library, 'Waiting')).toBe('One');
  await studio.page.keyboard.type(' three');
  other.exec('ROLLBACK');
  other.close();
  await desk.isSaved();
  expect(bodyOnDisk(studio.library, 'Waiting')).toBe('One two three');
});

test('leaving the text, switching essays and reloading save at once, without waiting', async ({
  studio,
}) => {
  const desk = deskOf(studio);
  const onDisk = (title: string) => expect.poll(() => bodyOnDisk(studio.library, title));
  await desk.write('Other', 'Other text.');
  await desk.write('Left', 'One.');
  await desk.isSaved();
  await desk.stopTheClock();

  await studio.page.keyboard.type(' Typed.');
  await studio.page.waitForTimeout(500);
  expect(bodyOnDisk(studio.library, 'Left')).toBe('One.');
  await expect(desk.saved).toHaveText('Saving');
  await desk.search.focus();
  await onDisk('Left').toBe('One. Typed.');

  await desk.goToEnd();
  await studio.page.keyboard.type(' Switched.');
  await desk.rows.filter({ hasText: 'Other text.' }).click();
  await expect(desk.title).toHaveValue('Other');
  await onDisk('Left').toBe('One. Typed. Switched.');
});

test('undo remembers each essay while others are written', async ({ studio }) => {
  const desk = deskOf(studio);
  await desk.write('First', 'one');
  await desk.isSaved();
  await studio.page.keyboard.type(' two');
  await desk.write('Second', 'ten');
  await studio.page.keyboard.press('ControlOrMeta+z');
  await expect.poll(desk.lines).toEqual(['']);

  await desk.open('First');
  await expect.poll(desk.lines).toEqual(['one two']);
  await studio.page.keyboard.press('ControlOrMeta+z');
  await studio.page.keyboard.press('ControlOrMeta+z');
  await expect.poll(desk.lines).toEqual(['']);
  await studio.page.keyboard.press('ControlOrMeta+Shift+Z');
  await studio.page.keyboard.press('ControlOrMeta+Shift+Z');
  await expect.poll(desk.lines).toEqual(['one two']);
  await expect.poll(() => bodyOnDisk(studio.library, 'First')).toBe('one two');
});

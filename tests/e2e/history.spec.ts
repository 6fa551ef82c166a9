import { AxeBuilder } from '@axe-core/playwright';
import type { Page } from '@playwright/test';
import type { Theme } from '#contract/preferences.ts';
import { deskOf } from '../support/desk.ts';
import { openHistory } from '../support/history.ts';
import { bodyOnDisk } from '../support/onDisk.ts';
import { expect, test } from '../support/test.ts';

test('the slider goes from the empty page to the last word, with the page beside it', async ({
  studio,
}) => {
  const desk = deskOf(studio);
  await desk.write('A Life', '');
  await studio.page.keyboard.type('# One', { delay: 5 });
  await studio.page.keyboard.press('Enter');
  await studio.page.keyboard.type('Two words', { delay: 5 });
  const history = await openHistory(studio);
  await expect(history.slider).toBeFocused();
  await expect.poll(history.lines).toEqual(['# One', 'Two words']);
  await expect(history.article.locator('p:not(.meta)')).toHaveText('Two words');

  await studio.page.keyboard.press('Home');
  await expect.poll(history.lines).toEqual(['']);
  await expect(history.article.locator('p:not(.meta)')).toHaveCount(0);
  await expect(history.slider).toHaveAttribute('aria-valuenow', '0');

  // The title was given before the text; letter by letter the text comes back.
  const seen: string[] = [];
  const last = Number(await history.slider.getAttribute('aria-valuemax'));
  for (let moment = 0; moment < last; moment++) {
    await studio.page.keyboard.press('ArrowRight');
    await framePainted(studio.page);
    seen.push((await history.lines()).join('\n'));
  }
  const grown = [...new Set(seen)].filter((text) => text !== '');
  const whole = '# One\nTwo words';
  expect(grown).toEqual(Array.from(whole, (_, at) => whole.slice(0, at + 1)));
  await expect(history.article.locator('h1').last()).toHaveText('One');

  const box = (await history.slider.boundingBox())!;
  await studio.page.mouse.move(box.x + box.width - 7, box.y + box.height / 2);
  await studio.page.mouse.down();
  await studio.page.mouse.move(box.x + 3, box.y + box.height / 2, { steps: 8 });
  await expect.poll(history.lines).toEqual(['']);
  await studio.page.mouse.up();
});

test('a lost paragraph is found, read and brought back; undo takes it away again', async ({
  studio,
}) => {
  const desk = deskOf(studio);
  await desk.write('Lost', 'First paragraph.\n\nThe one that mattered.\n\nLast paragraph.');
  await desk.isSaved();
  await desk.text.focus();
  await studio.page.keyboard.press('ControlOrMeta+a');
  await studio.page.keyboard.insertText('Something else altogether.');
  await desk.isSaved();

  const history = await openHistory(studio);
  await studio.page.keyboard.press('ControlOrMeta+f');
  await expect(history.search).toBeFocused();
  await studio.page.keyboard.type('the one that mattered');
  await expect(history.hits).toHaveText([/^Went/, /^Came in/]);
  await studio.page.keyboard.press('ArrowDown');
  await studio.page.keyboard.press('End');
  await expect.poll(history.lines).toContain('The one that mattered.');
  await history.bringBack.click();

  await expect(desk.text).toBeFocused();
  await expect.poll(desk.lines).toContain('The one that mattered.');
  await expect(desk.notice).toContainText('is back');
  const whole = 'First paragraph.\n\nThe one that mattered.\n\nLast paragraph.';
  await expect.poll(() => bodyOnDisk(studio.library, 'Lost')).toBe(whole);
  await desk.notice.getByRole('button', { name: 'Undo' }).click();
  await expect.poll(desk.lines).toEqual(['Something else altogether.']);
  await expect.poll(() => bodyOnDisk(studio.library, 'Lost')).toBe('Something else altogether.');

  // Bringing back was itself a change, and is in the history.
  const again = await openHistory(studio);
  await studio.page.keyboard.press('ArrowLeft');
  await expect(again.moment).toContainText('Brought back');
  await expect.poll(again.lines).toContain('The one that mattered.');
});

test('a selected passage of the past goes to the clipboard, or in at the cursor', async ({
  studio,
}) => {
  const desk = deskOf(studio);
  await desk.write('Passage', 'A sentence to keep.');
  await desk.isSaved();
  await studio.page.keyboard.press('ControlOrMeta+a');
  await studio.page.keyboard.insertText('New: ');
  await desk.isSaved();
  const history = await openHistory(studio);
  await studio.page.keyboard.press('ArrowLeft');
  await expect.poll(history.lines).toEqual(['A sentence to keep.']);
  await history.text.locator('.cm-line').click({ clickCount: 3 });
  await expect(studio.page.getByRole('button', { name: 'Copy', exact: true })).toBeVisible();
  await studio.page.getByRole('button', { name: 'Insert in the text' }).click();
  await expect(desk.text).toBeFocused();
  await expect.poll(desk.lines).toEqual(['New: A sentence to keep.']);
  await studio.page.keyboard.press('ControlOrMeta+z');
  await expect.poll(desk.lines).toEqual(['New: ']);
});

test('Escape leads back to writing, where it was left', async ({ studio }) => {
  const desk = deskOf(studio);
  await desk.write(
    'Long',
    Array.from({ length: 80 }, (_, line) => `Paragraph ${line}.`).join('\n\n'),
  );
  await desk.isSaved();
  await studio.page.keyboard.press('ControlOrMeta+Home');
  for (let line = 0; line < 70; line++) await studio.page.keyboard.press('ArrowDown');
  // The editor scrolls to the cursor in the frame after the key.
  const before = await desk.scroller.evaluate(async (scroller) => {
    for (let frame = 0; frame < 3; frame++) await new Promise(requestAnimationFrame);
    return scroller.scrollTop;
  });
  expect(before).toBeGreaterThan(300);
  const history = await openHistory(studio);
  await studio.page.keyboard.press('Home');

  // Where the timeline leaves no room for the library, that lies over the history when it is asked for.
  await studio.page.setViewportSize({ width: 1050, height: 800 });
  await expect(desk.rows).toHaveCount(0);
  const button = studio.page.getByRole('button', { name: 'Library' });
  await button.click();
  await desk.rows.first().click({ trial: true });
  await button.click();
  await expect(desk.rows).toHaveCount(0);
  await studio.page.setViewportSize({ width: 1280, height: 800 });
  await expect(desk.rows).toHaveCount(1);
  await history.slider.focus();

  await studio.page.keyboard.press('Escape');
  await expect(history.slider).toHaveCount(0);
  await expect(desk.text).toBeFocused();
  await expect
    .poll(() => desk.scroller.evaluate((scroller) => scroller.scrollTop))
    .toBeCloseTo(before, -1);
  await studio.page.keyboard.type('Here. ');
  await expect.poll(desk.lines).toContain('Here. Paragraph 35.');
});

test('a version is named while writing, listed, jumped to and compared with now', async ({
  studio,
}) => {
  const desk = deskOf(studio);
  await desk.write('Named', 'The lease outlived its owner.');
  await desk.isSaved();
  await studio.page.keyboard.press('ControlOrMeta+Shift+S');
  await studio.page.keyboard.type('Sent to Ana');
  await studio.page.keyboard.press('Tab');
  await studio.page.keyboard.type('For the numbers.');
  await desk.sheet('Name this version').getByRole('button', { name: 'Name', exact: true }).click();
  await expect(desk.notice).toContainText('Sent to Ana');
  await desk.goToEnd();
  for (let letter = 0; letter < 6; letter++) await studio.page.keyboard.press('Backspace');
  await studio.page.keyboard.type('master, by a day.');
  await desk.isSaved();

  const history = await openHistory(studio);
  await history.sessions.filter({ hasText: 'Sent to Ana' }).click();
  await expect.poll(history.lines).toEqual(['The lease outlived its owner.']);
  await expect(history.moment).toContainText('Named “Sent to Ana”: For the numbers.');
  await studio.page.getByRole('button', { name: 'Compare' }).click();
  const difference = studio.page.getByRole('region', { name: 'Comparison' });
  await expect(difference.locator('del')).toHaveText(['owner']);
  await expect(difference.locator('ins')).toHaveText(['master, by a day']);
  await expect(difference.getByRole('status')).toHaveText('+4 −1 words');
  await difference.getByRole('button', { name: 'Side by side' }).click();
  await expect(difference.locator('.difference-row').first().locator('> *')).toHaveText([
    'The lease outlived its owner.',
    'The lease outlived its master, by a day.',
  ]);
  await studio.page.keyboard.press('Escape');
  await expect(difference).toHaveCount(0);
  await expect(history.slider).toBeVisible();
});

test('playing shows the writing, and stops at its end', async ({ studio }) => {
  const desk = deskOf(studio);
  await desk.write('Played', '');
  const text = 'Letter by letter, as it was written on that day, and no faster';
  await studio.page.keyboard.type(text, { delay: 30 });
  const history = await openHistory(studio);
  await studio.page.getByRole('combobox', { name: 'Speed' }).click();
  await studio.page.getByRole('option', { name: '1×', exact: true }).click();
  await history.slider.focus();
  await studio.page.keyboard.press('Home');
  await studio.page.keyboard.press('Space');
  await expect(studio.page.getByRole('button', { name: 'Pause' })).toBeVisible();
  await expect.poll(history.lines).toEqual([text]);
  await expect(studio.page.getByRole('button', { name: 'Play', exact: true })).toBeVisible();
});

for (const ending of ['quitting', 'kill -9'] as const) {
  test(`undo and redo go on after ${ending}`, async ({ launch }) => {
    const first = await launch();
    const { page } = first;
    await deskOf(first).write('Remembered', 'one');
    await page.waitForTimeout(700);
    await page.keyboard.type(' two');
    await page.waitForTimeout(700);
    await page.keyboard.type(' three');
    await expect.poll(() => bodyOnDisk(first.library, 'Remembered')).toBe('one two three');
    await page.keyboard.press('ControlOrMeta+z');
    await expect.poll(() => bodyOnDisk(first.library, 'Remembered')).toBe('one two');
    if (ending === 'quitting') expect(await first.quit()).toBe(0);
    else await first.kill();

    const second = await launch({ settings: first.settings, library: first.library });
    const desk = deskOf(second);
    await expect.poll(desk.lines).toEqual(['one two']);
    await desk.text.focus();
    const seen = async (key: string) => {
      await second.page.keyboard.press(key);
      return desk.lines();
    };
    await expect.poll(() => seen('ControlOrMeta+Shift+Z')).toEqual(['one two three']);
    expect(await seen('ControlOrMeta+z')).toEqual(['one two']);
    expect(await seen('ControlOrMeta+z')).toEqual(['one']);
    expect(await seen('ControlOrMeta+z')).toEqual(['']);
    for (let times = 0; times < 3; times++) await seen('ControlOrMeta+Shift+Z');
    expect(await desk.lines()).toEqual(['one two three']);
    await expect.poll(() => bodyOnDisk(first.library, 'Remembered')).toBe('one two three');
  });
}

for (const theme of ['light', 'dark'] satisfies Theme[]) {
  test(`axe finds nothing in the history, ${theme}`, async ({ open }) => {
    const studio = await open({ preferences: { theme } });
    const desk = deskOf(studio);
    const { page } = studio;
    await page.emulateMedia({ reducedMotion: 'reduce' });
    await desk.write('Looked at', 'One paragraph.\n\nAnother paragraph.');
    await desk.isSaved();
    await desk.goToEnd();
    await page.keyboard.insertText('\n\nA third.');
    await desk.isSaved();
    const history = await openHistory(studio);
    const found = await faults(page, 'text and page');
    await page.getByRole('button', { name: 'Compare' }).click();
    found.push(...(await faults(page, 'one text')));
    await page.getByRole('button', { name: 'Side by side' }).click();
    found.push(...(await faults(page, 'side by side')));
    await page.keyboard.press('Escape');
    await history.search.fill('paragraph');
    await expect(history.hits.first()).toBeVisible();
    found.push(...(await faults(page, 'found')));
    await page.keyboard.press('ControlOrMeta+Shift+S');
    await expect(desk.sheet('Name this version')).toBeVisible();
    found.push(...(await faults(page, 'name')));
    expect(found).toEqual([]);
  });
}

/** What axe finds wrong, one line for each element. */
async function faults(page: Page, scene: string): Promise<string[]> {
  const { violations } = await new AxeBuilder({ page }).setLegacyMode().analyze();
  return violations.flatMap(({ id, nodes }) =>
    nodes.map(({ target, failureSummary }) => `${scene}: ${id} ${target} ${failureSummary}`),
  );
}

/** Waits until what was asked for in a frame's own turn has been drawn. */
function framePainted(page: Page): Promise<void> {
  return page.evaluate(
    () =>
      new Promise((resolve) => {
        requestAnimationFrame(() => requestAnimationFrame(() => resolve()));
      }),
  );
}

import type { Locator, Page } from '@playwright/test';
import { deskOf } from '../support/desk.ts';
import { makeLibrary, sampleEssays } from '../support/library.ts';
import { essaysOnDisk } from '../support/onDisk.ts';
import { expect, test } from '../support/test.ts';

// Every key is a way to the window and back, and there are many.
test.slow();

interface Stop {
  readonly name: string;
  /** Whether it shows that it has the focus. */
  readonly marked: boolean;
}

/** What has the focus, in the window or in the page's frame. */
function stopNow(page: Page): Promise<Stop> {
  return page.evaluate(() => {
    const outer = document.activeElement ?? document.body;
    const frame = outer instanceof HTMLIFrameElement ? outer.contentDocument : null;
    const element = frame?.activeElement ?? outer;
    const row = document.getElementById(element.getAttribute('aria-activedescendant') ?? '');
    const isDrawn = (each: Element | null) => {
      if (!each) return false;
      const { outlineStyle, outlineWidth, boxShadow } = getComputedStyle(each);
      return (outlineStyle !== 'none' && parseFloat(outlineWidth) > 0) || boxShadow !== 'none';
    };
    // In the text and its title, the caret shows where one is.
    const hasCaret = element.matches('.cm-content, #essay-title');
    const around = element.closest('.search, .chips');
    return {
      name: element.getAttribute('aria-label') ?? element.textContent.trim(),
      marked: hasCaret || element.tagName === 'BODY' || [element, row, around].some(isDrawn),
    };
  });
}

/** Goes from stop to stop until `stop` has the focus; the stops on the way, every one of them marked. */
async function tabTo(page: Page, stop: Locator, key: 'Tab' | 'Shift+Tab' = 'Tab') {
  const passed: string[] = [];
  await expect(stop).toBeVisible();
  for (let presses = 0; presses < 40; presses += 1) {
    await page.keyboard.press(key);
    const { name, marked } = await stopNow(page);
    expect(marked, `“${name}” shows that it has the focus`).toBe(true);
    passed.push(name);
    if (await stop.evaluate((element) => element === document.activeElement)) return passed;
  }
  throw new Error(`Never reached; passed ${passed.join(', ')}`);
}

/** The pane that has the focus. */
function paneOf(page: Page): Promise<string | undefined> {
  return page.evaluate(
    () => document.activeElement?.closest<HTMLElement>('[data-pane]')?.dataset.pane,
  );
}

test('an essay is begun, written and described by keys alone', async ({ studio }) => {
  const desk = deskOf(studio);
  const { page } = studio;
  const { keyboard } = page;
  await keyboard.press('ControlOrMeta+n');
  await expect(desk.title).toBeFocused();
  await keyboard.type('Hands on Keys');
  await keyboard.press('Enter');
  await expect(desk.text).toBeFocused();
  await keyboard.type('It starts here');
  await expect(desk.article).toContainText('It starts here');

  const details = desk.sheet('Details');
  await keyboard.press('ControlOrMeta+Shift+I');
  await expect(details.getByLabel('Title', { exact: true })).toBeFocused();
  await tabTo(page, details.getByLabel('Excerpt'));
  await keyboard.type('Without a mouse.');
  await tabTo(page, details.getByRole('button', { name: 'Done' }), 'Shift+Tab');
  await keyboard.press('Escape');
  await expect(details).toBeHidden();
  await expect(desk.text).toBeFocused();
  await keyboard.type(' and goes on.');
  await expect(desk.text).toHaveText('It starts here and goes on.');
  await desk.isSaved();
  await keyboard.press('ControlOrMeta+Shift+I');
  await expect(details.getByLabel('Excerpt')).toHaveValue('Without a mouse.');
  await keyboard.press('Escape');
  await expect(desk.text).toBeFocused();
});

test('a search finds a line and the palette runs a command by keys alone', async ({
  open,
}, info) => {
  const library = info.outputPath('Library.longhand');
  makeLibrary(library, sampleEssays);
  const studio = await open({ library });
  const desk = deskOf(studio);
  const { page } = studio;
  const { keyboard } = page;
  await expect(desk.rows).toHaveCount(3);
  await keyboard.press('ControlOrMeta+Shift+F');
  await expect(desk.search).toBeFocused();
  await keyboard.type('took a year');
  await expect(desk.rows).toHaveCount(1);
  await keyboard.press('Enter');
  await expect(page.getByRole('listbox', { name: 'Found' })).toBeFocused();
  expect(await stopNow(page)).toEqual({ name: 'Found', marked: true });
  await keyboard.press('Enter');
  await expect(desk.title).toHaveValue('What a Migration Costs');
  await expect(desk.text).toBeFocused();
  await keyboard.type('>> ');
  await expect(desk.text.getByText('It took a year')).toHaveText(/^>> It took/);

  await keyboard.press('ControlOrMeta+k');
  await expect(desk.sheet('All commands').getByRole('combobox')).toBeFocused();
  await keyboard.type('theme dark');
  await expect(desk.sheet('All commands').getByRole('option').first()).toHaveText(/^Theme: dark/);
  await keyboard.press('Enter');
  const isDark = () => page.evaluate(() => matchMedia('(prefers-color-scheme: dark)').matches);
  await expect.poll(isDark).toBe(true);
  await expect(desk.text).toBeFocused();
});

test('keys go from pane to pane, through every stop and back, and are held by none', async ({
  studio,
}) => {
  const desk = deskOf(studio);
  const { page } = studio;
  const { keyboard } = page;
  await desk.write('Round', 'Plain text with [a link](https://example.com/).\n\n- first\n- second');
  await expect(desk.article.getByRole('listitem')).toHaveCount(2);

  for (const pane of ['page', 'status', 'library', 'editor', 'page']) {
    await keyboard.press('F6');
    await expect.poll(() => paneOf(page)).toBe(pane);
  }
  for (const pane of ['editor', 'library', 'status', 'page', 'editor']) {
    await keyboard.press('Shift+F6');
    await expect.poll(() => paneOf(page)).toBe(pane);
  }

  // In a list's item Tab indents it; after Escape it leaves.
  await expect(desk.text).toBeFocused();
  await keyboard.press('Tab');
  await expect(desk.text).toBeFocused();
  await expect.poll(desk.lines).toContain('  - second');
  const split = page.getByRole('separator', { name: 'Editor and page' });
  await keyboard.press('Escape');
  await keyboard.press('Tab');
  await expect(split).toBeFocused();
  await keyboard.press('Shift+Tab');
  await expect(desk.text).toBeFocused();
  await keyboard.press('Escape');
  await keyboard.press('Shift+Tab');
  await expect(desk.text).not.toBeFocused();
  await expect.poll(() => paneOf(page)).toBe('editor');

  await tabTo(page, desk.text);
  await keyboard.press('ControlOrMeta+Home');
  await keyboard.press('ControlOrMeta+Shift+F');
  await expect(desk.search).toBeFocused();
  const last = page.getByRole('group', { name: 'Show' }).getByRole('button', { name: 'Editor' });
  const there = await tabTo(page, last);
  const stops = ['Essays', 'Title', 'Text of the essay', 'Editor and page', 'a link', 'Outline'];
  expect(there.filter((name) => stops.includes(name))).toEqual(stops);
  const back = await tabTo(page, desk.search, 'Shift+Tab');
  expect(back.slice(0, -1).reverse()).toEqual(there.slice(0, -1));

  await tabTo(page, split);
  const place = async () => Number(await split.getAttribute('aria-valuenow'));
  const start = await place();
  await keyboard.press('ArrowRight');
  await keyboard.press('ArrowRight');
  await expect.poll(place).toBeGreaterThan(start);
  await keyboard.press('ArrowLeft');
  await keyboard.press('ArrowLeft');
  await expect.poll(place).toBe(start);
});

test('an essay goes to the trash, comes back and is deleted for good by keys alone', async ({
  open,
}, info) => {
  const library = info.outputPath('Library.longhand');
  makeLibrary(
    library,
    ['Alpha', 'Beta', 'Gamma'].map((title) => ({ title, body: 'Text.\n' })),
  );
  const studio = await open({ library, preferences: { sort: 'title' } });
  const desk = deskOf(studio);
  const { page } = studio;
  const { keyboard } = page;
  const list = page.getByRole('listbox', { name: /^Essays/ });
  const titles = () => desk.rows.locator('.row-title').allTextContents();
  const cursor = desk.rows.and(page.locator('[data-cursor="true"]'));
  const show = async (option: string) => {
    await tabTo(page, page.getByRole('combobox', { name: /^Show/ }), 'Shift+Tab');
    await keyboard.press('Enter');
    await expect(page.getByRole('option', { name: option })).toBeVisible();
    await keyboard.type(option.slice(0, 3));
    await expect(page.getByRole('option', { name: option })).toBeFocused();
    await keyboard.press('Enter');
    await expect(page.getByRole('combobox', { name: `Show: ${option}` })).toBeFocused();
  };
  const fromMenu = async (item: string) => {
    await keyboard.press('Shift+F10');
    const wanted = page.getByRole('menuitem', { name: item, exact: true });
    await expect(wanted).toBeVisible();
    for (let presses = 0; presses < 12; presses += 1) {
      await keyboard.press('ArrowDown');
      if (await wanted.evaluate((element) => element === document.activeElement)) break;
    }
    await keyboard.press('Enter');
    await expect(wanted).toBeHidden();
  };
  await expect.poll(titles).toEqual(['Alpha', 'Beta', 'Gamma']);

  await keyboard.press('F6');
  await expect(list).toBeFocused();
  await keyboard.press('Home');
  await keyboard.press('ArrowDown');
  await expect(cursor).toContainText('Beta');
  expect(await stopNow(page)).toEqual({ name: 'Essays', marked: true });
  await fromMenu('Move to trash');
  await expect.poll(titles).toEqual(['Alpha', 'Gamma']);
  await expect(list).toBeFocused();
  await expect(cursor).toContainText('Gamma');
  await keyboard.press('Delete');
  await expect.poll(titles).toEqual(['Alpha']);

  await show('Trash');
  await expect.poll(titles).toEqual(['Beta', 'Gamma']);
  await tabTo(page, list);
  await keyboard.press('End');
  await expect(cursor).toContainText('Gamma');
  await fromMenu('Restore');
  await expect.poll(titles).toEqual(['Beta']);
  await expect(list).toBeFocused();

  const question = desk.sheet('Delete “Beta” for good?');
  await keyboard.press('Delete');
  await expect(question.getByRole('button', { name: 'Keep' })).toBeFocused();
  await keyboard.press('Enter');
  await expect(question).toBeHidden();
  await expect(list).toBeFocused();
  expect(essaysOnDisk(library)).toHaveLength(3);
  await keyboard.press('Delete');
  await expect(question.getByRole('button', { name: 'Keep' })).toBeFocused();
  await tabTo(page, question.getByRole('button', { name: 'Delete for good' }));
  await keyboard.press('Enter');
  await expect(desk.rows).toHaveCount(0);
  expect(essaysOnDisk(library).map(({ title }) => title)).toEqual(['Alpha', 'Gamma']);

  await tabTo(page, page.getByRole('button', { name: 'Back to the essays' }));
  await keyboard.press('Enter');
  await expect.poll(titles).toEqual(['Alpha', 'Gamma']);
  await keyboard.press('F6');
  await expect(list).toBeFocused();
  await keyboard.press('Home');
  await keyboard.press('Enter');
  await expect(desk.title).toHaveValue('Alpha');
  await expect(desk.text).toBeFocused();
});

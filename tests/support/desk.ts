import { expect, type FrameLocator, type Locator, type Page } from '@playwright/test';
import type { Studio } from './studio.ts';

/** The studio's window as a writer meets it: what is on it, and what can be done there. */
export interface Desk {
  readonly page: Page;
  readonly title: Locator;
  /** The text, which the keys go to. */
  readonly text: Locator;
  /** What scrolls the text. */
  readonly scroller: Locator;
  /** The published page's frame. */
  readonly frame: FrameLocator;
  readonly article: Locator;
  /** What the status bar says of saving. */
  readonly saved: Locator;
  /** What the studio says without being asked. */
  readonly notice: Locator;
  readonly counts: Locator;
  /** The rows of the library, or what a search found. */
  readonly rows: Locator;
  readonly search: Locator;
  /** A sheet or dialog of the window, by its title. */
  readonly sheet: (title: string | RegExp) => Locator;
  /** Starts an essay as a writer does, and types into it. */
  readonly write: (title: string, body: string) => Promise<void>;
  /** Opens an essay from the palette. */
  readonly open: (title: string) => Promise<void>;
  /** Puts the cursor at the text's end. */
  readonly goToEnd: () => Promise<void>;
  /** The text of the lines that are drawn: all of them in a short essay. */
  readonly lines: () => Promise<string[]>;
  /** Waits for the status bar to say that all is saved. */
  readonly isSaved: () => Promise<void>;
  /** Has nothing saved by time passing, from here on: only leaving the text, or the window, saves it. */
  readonly stopTheClock: () => Promise<void>;
}

export function deskOf({ page }: Studio): Desk {
  const editor = page.locator('[data-pane="editor"]');
  const frame = page.frameLocator('.page-frame iframe');
  const text = editor.locator('.cm-content');
  const title = editor.getByRole('textbox', { name: 'Title' });
  const desk: Desk = {
    page,
    title,
    text,
    scroller: editor.locator('.cm-scroller'),
    frame,
    article: frame.locator('article'),
    saved: page.locator('.saved-line'),
    notice: page.locator('.notice'),
    counts: page.locator('.counts'),
    rows: page.getByRole('navigation', { name: 'Library' }).getByRole('option'),
    search: page.getByRole('textbox', { name: 'Search the library' }),
    sheet: (name) => page.getByRole('dialog', { name }),
    async write(named, body) {
      await page.keyboard.press('ControlOrMeta+n');
      await expect(title).toHaveValue('');
      await expect(title).toBeFocused();
      await page.keyboard.insertText(named);
      await page.keyboard.press('Enter');
      await expect(text).toBeFocused();
      if (body) await page.keyboard.insertText(body);
    },
    async open(named) {
      await page.keyboard.press('ControlOrMeta+k');
      const palette = desk.sheet('All commands');
      await palette.getByRole('combobox').fill(named);
      await palette.getByRole('option', { name: named }).first().click();
      await expect(title).toHaveValue(named);
      await expect(text).toBeFocused();
    },
    async goToEnd() {
      await text.focus();
      await page.keyboard.press('ControlOrMeta+End');
    },
    lines: () =>
      text
        .locator('.cm-line')
        .evaluateAll((lines) =>
          lines.map((line) => (line.querySelector('.cm-placeholder') ? '' : line.textContent)),
        ),
    isSaved: () => expect(desk.saved).toHaveText(/^Saved/),
    async stopTheClock() {
      await page.evaluate(() => {
        const startTimer = window.setTimeout.bind(window);
        const saveWithin = 200;
        Object.assign(window, {
          setTimeout: (then: () => void, delay: number, ...more: unknown[]) =>
            startTimer(then, delay === saveWithin ? 3_600_000 : delay, ...more),
        });
      });
    },
  };
  return desk;
}

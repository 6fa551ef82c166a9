import { expect, type Locator } from '@playwright/test';
import type { Studio } from './studio.ts';

/** The history of the essay on the desk, as a writer meets it. */
export interface HistoryOnScreen {
  readonly slider: Locator;
  readonly text: Locator;
  readonly article: Locator;
  readonly search: Locator;
  readonly hits: Locator;
  readonly sessions: Locator;
  /** Which moment is shown. */
  readonly moment: Locator;
  readonly bringBack: Locator;
  /** The text of the lines that are drawn. */
  readonly lines: () => Promise<string[]>;
}

/** Opens the history by its key, and waits until it was read. */
export async function openHistory({ page }: Pick<Studio, 'page'>): Promise<HistoryOnScreen> {
  await page.keyboard.press('ControlOrMeta+Shift+H');
  const history = page.getByRole('region', { name: /^History of/ });
  const slider = history.getByRole('slider');
  const text = history.locator('.cm-content');
  await expect(slider).toHaveAttribute('aria-disabled', 'false');
  return {
    slider,
    text,
    article: history.frameLocator('.page-frame iframe').locator('article'),
    search: history.getByRole('textbox', { name: 'Find when words came in or went' }),
    hits: history.getByRole('listbox', { name: 'Moments found' }).getByRole('option'),
    sessions: history.getByRole('listbox', { name: 'Sessions' }).getByRole('option'),
    moment: history.locator('.history-moment'),
    bringBack: history.getByRole('button', { name: 'Bring this text back' }),
    lines: () =>
      text.locator('.cm-line').evaluateAll((lines) => lines.map((line) => line.textContent ?? '')),
  };
}

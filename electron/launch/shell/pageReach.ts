import type { Page } from 'playwright-core';
import type { PageAccelerator, PageReach } from './pageSide.ts';

// Each of these does nothing to a page that is gone: nobody is left to see it.

/** Gives an event to the page's preload; `values` is a JSON array. */
export async function emitInPage(page: Page, channel: string, values: string): Promise<void> {
  await page.evaluate(callReach, ['emit', channel, values] as const).catch(() => {});
}

export async function setPageAccelerators(
  page: Page,
  accelerators: readonly PageAccelerator[],
): Promise<void> {
  await page.evaluate(callReach, ['setAccelerators', accelerators] as const).catch(() => {});
}

export async function setPageTitle(page: Page, title: string): Promise<void> {
  await page
    .evaluate((text) => {
      (globalThis as unknown as { document: { title: string } }).document.title = text;
    }, title)
    .catch(() => {});
}

export type WindowState = 'normal' | 'minimized' | 'maximized' | 'fullscreen';

/** Minimizes, maximizes or restores the window around a page. */
export async function setWindowState(page: Page, windowState: WindowState): Promise<void> {
  try {
    const devtools = await page.context().newCDPSession(page);
    const { windowId } = await devtools.send('Browser.getWindowForTarget');
    await devtools.send('Browser.setWindowBounds', { windowId, bounds: { windowState } });
    await devtools.detach();
  } catch {}
}

function callReach([name, ...args]: readonly [keyof PageReach, ...unknown[]]): void {
  const reach = (globalThis as unknown as Record<symbol, PageReach | undefined>)[
    Symbol.for('chromium shell')
  ];
  (reach?.[name] as ((...values: unknown[]) => void) | undefined)?.(...args);
}

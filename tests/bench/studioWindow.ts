import type { Page } from '@playwright/test';
import type { EditorBox } from './peers/bareEditor.ts';

/** Opens the essay of a title from the list, and waits until its text and the whole of its page stand. */
export async function openEssay(window: Page, title: string): Promise<void> {
  await window.locator('.essay-row').filter({ hasText: title }).first().click();
  await window.waitForFunction(
    (wanted) =>
      document.querySelector<HTMLTextAreaElement>('#essay-title')?.value === wanted &&
      document.querySelector('.page-pane')?.getAttribute('data-state') === 'live',
    title,
  );
  await standsStill(window);
}

/** Waits until nothing has been added to the page for half a second. */
export async function standsStill(window: Page): Promise<void> {
  await window.waitForFunction(
    () => {
      const article = document.querySelector('iframe')?.contentDocument?.querySelector('article');
      const known = globalThis as unknown as { filled?: { nodes: number; since: number } };
      const nodes = article?.childNodes.length ?? 0;
      if (nodes === 0 || known.filled?.nodes !== nodes) {
        known.filled = { nodes, since: performance.now() };
      }
      return performance.now() - known.filled.since > 500;
    },
    undefined,
    { polling: 100 },
  );
}

/** The size of the editor's text area in the studio, for a peer that is to show as much. */
export function editorBox(window: Page): Promise<EditorBox> {
  return window.evaluate(() => {
    const { height } = document.querySelector('.cm-scroller')!.getBoundingClientRect();
    const content = document.querySelector('.cm-content')!;
    const { fontSize, lineHeight } = getComputedStyle(content);
    return { width: content.getBoundingClientRect().width, height, fontSize, lineHeight };
  });
}

/** The size of the preview's frame. */
export function frameBox(window: Page): Promise<{ width: number; height: number }> {
  return window.evaluate(() => {
    const { width, height } = document.querySelector('iframe')!.getBoundingClientRect();
    return { width, height };
  });
}

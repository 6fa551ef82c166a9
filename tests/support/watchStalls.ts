import type { Page } from '@playwright/test';

/** Watches a window's main thread. The function returned gives the longest time, in ms, it was busy with one thing since it was asked last. */
export async function watchStalls(page: Page): Promise<() => Promise<number>> {
  const watch = await page.evaluateHandle(() => {
    const state = { longest: 0 };
    const note = (entries: PerformanceEntryList) => {
      for (const { duration } of entries) state.longest = Math.max(state.longest, duration);
    };
    const observer = new PerformanceObserver((list) => note(list.getEntries()));
    observer.observe({ type: 'longtask' });
    return {
      async longestSince() {
        // A task is reported once it and the frame after it are over.
        await new Promise(requestAnimationFrame);
        await new Promise((over) => setTimeout(over, 0));
        note(observer.takeRecords());
        const { longest } = state;
        state.longest = 0;
        return longest;
      },
    };
  });
  return () => watch.evaluate((each) => each.longestSince());
}

import type { Page } from '@playwright/test';

/** Watches a window's main thread. The function returned gives the longest time, in ms, it was busy with one thing since it was asked last. */
export async function watchBlocking(page: Page): Promise<() => Promise<number>> {
  await page.evaluate(() => {
    const watch = { longest: 0 };
    const note = (entries: PerformanceEntryList) => {
      for (const { duration } of entries) watch.longest = Math.max(watch.longest, duration);
    };
    const observer = new PerformanceObserver((list) => note(list.getEntries()));
    observer.observe({ type: 'longtask' });
    const longestSince = async () => {
      // A task is reported once it and the frame after it are over.
      await new Promise(requestAnimationFrame);
      await new Promise((over) => setTimeout(over, 0));
      note(observer.takeRecords());
      const { longest } = watch;
      watch.longest = 0;
      return longest;
    };
    Object.assign(window, { longestSince });
  });
  return () =>
    page.evaluate(() =>
      (window as unknown as { longestSince: () => Promise<number> }).longestSince(),
    );
}

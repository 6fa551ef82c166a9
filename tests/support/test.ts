import { test as base } from '@playwright/test';
// Declares window.studio.
import type {} from '#renderer/studio.ts';
import { type LaunchOptions, launchStudio, type Studio } from './studio.ts';

interface Fixtures {
  /** The engine of the project the test runs in. */
  readonly engine: 'chromium' | 'electron';
  /** Starts the studio; every one is ended, and its folders removed, when the test is over. */
  readonly launch: (options?: LaunchOptions) => Promise<Studio>;
  /** A studio on an empty library, light, 1280 x 800. */
  readonly studio: Studio;
}

/** Playwright's `test` with the studio in it. What a studio printed is attached to a test that fails. */
export const test = base.extend<Fixtures>({
  engine: ['chromium', { option: true }],
  async launch({ engine }, use, info) {
    const started: Studio[] = [];
    await use(async (options = {}) => {
      const studio = await launchStudio({ engine, ...options });
      started.push(studio);
      return studio;
    });
    const failed = info.status !== info.expectedStatus;
    for (const [at, studio] of started.entries()) {
      if (failed) {
        await info.attach(`output ${at}`, { body: studio.output(), contentType: 'text/plain' });
        const picture = await studio.page.screenshot({ timeout: 2_000 }).catch(() => null);
        if (picture) await info.attach(`window ${at}`, { body: picture, contentType: 'image/png' });
      }
      await studio.discard();
    }
  },
  async studio({ launch }, use) {
    await use(await launch());
  },
});

export { expect } from '@playwright/test';

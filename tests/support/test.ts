import { test as base, type TestInfo } from '@playwright/test';
// Declares window.studio.
import type {} from '#renderer/studio.ts';
import { type LastingStudio, lastingStudio, type OpenOptions } from './lastingStudio.ts';
import { type LaunchOptions, launchStudio, type Studio } from './studio.ts';

interface Fixtures {
  /** Starts a studio of the test's own; every one is ended, and its folders removed, when the test is over. */
  readonly launch: (options?: LaunchOptions) => Promise<Studio>;
  /** Opens a library in the studio that goes on from test to test, once in a test: for what asks nothing of a start. */
  readonly open: (options?: OpenOptions) => Promise<Studio>;
  /** That studio on an empty library, light, 1280 x 800. */
  readonly studio: Studio;
}

interface WorkerFixtures {
  /** The engine of the project the tests run in. */
  readonly engine: 'chromium' | 'electron';
  readonly lasting: LastingStudio;
}

/** Playwright's `test` with the studio in it. What a studio printed is attached to a test that fails. */
export const test = base.extend<Fixtures, WorkerFixtures>({
  engine: ['chromium', { option: true, scope: 'worker' }],
  lasting: [
    async ({ engine }, use) => {
      const lasting = lastingStudio(engine);
      await use(lasting);
      await lasting.discard();
    },
    { scope: 'worker' },
  ],
  async launch({ engine }, use, info) {
    const started: Studio[] = [];
    await use(async (options = {}) => {
      const studio = await launchStudio({ engine, ...options });
      started.push(studio);
      return studio;
    });
    await attachWhenFailed(started, info);
    for (const studio of started) await studio.discard();
  },
  async open({ lasting }, use, info) {
    const opened: Studio[] = [];
    await use(async (options) => {
      const studio = await lasting.open(options);
      opened.push(studio);
      return studio;
    });
    if (info.status !== info.expectedStatus) lasting.spoil();
    await attachWhenFailed(opened, info);
  },
  async studio({ open }, use) {
    await use(await open());
  },
});

async function attachWhenFailed(studios: readonly Studio[], info: TestInfo): Promise<void> {
  if (info.status === info.expectedStatus) return;
  for (const [at, studio] of studios.entries()) {
    await info.attach(`output ${at}`, { body: studio.output(), contentType: 'text/plain' });
    const picture = await studio.page.screenshot({ timeout: 2_000 }).catch(() => null);
    if (picture) await info.attach(`window ${at}`, { body: picture, contentType: 'image/png' });
  }
}

export { expect } from '@playwright/test';

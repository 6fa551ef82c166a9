import { defineConfig } from '@playwright/test';
import { findElectron } from '#launch/electronBinary.ts';
import { theseSurroundings } from '#launch/findChromium.ts';

const hasDisplay = process.platform !== 'linux' || Boolean(process.env.DISPLAY);
const electron = hasDisplay && findElectron(theseSurroundings) !== null;

/** End to end: the built studio, in the Chromium shell everywhere and in Electron wherever it can run. */
export default defineConfig<object, { engine: 'chromium' | 'electron' }>({
  testDir: './e2e',
  outputDir: '../test-results',
  timeout: 120_000,
  expect: { timeout: 15_000 },
  workers: 2,
  fullyParallel: true,
  forbidOnly: Boolean(process.env.CI),
  // A machine that does other work at the same time may be late once; what fails twice is broken.
  retries: process.env.CI ? 1 : 0,
  reporter: process.env.LONGHAND_REPORTER === 'json' ? [['dot'], ['json']] : 'list',
  projects: [
    { name: 'chromium', use: { engine: 'chromium' } },
    ...(electron ? [{ name: 'electron', use: { engine: 'electron' as const } }] : []),
  ],
});

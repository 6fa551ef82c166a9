import { resolve } from 'node:path';
import { defineConfig } from 'vitest/config';

/** `npm run package:check`: packages made, installed, used, upgraded and removed. The studio must have been built. */
export default defineConfig({
  root: resolve(import.meta.dirname, '../../..'),
  test: {
    include: ['tests/package/check/*.check.ts'],
    globalSetup: ['tests/package/check/setUp.ts'],
    testTimeout: 120_000,
    hookTimeout: 120_000,
    maxWorkers: 2,
  },
});

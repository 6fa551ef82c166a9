import { resolve } from 'node:path';
import { defineConfig } from 'vitest/config';

/** Unit tests: Node only, real SQLite, real files. A browser belongs to the end-to-end tests. */
export default defineConfig({
  root: resolve(import.meta.dirname, '..'),
  test: {
    include: ['tests/**/*.test.ts'],
    exclude: ['tests/e2e/**'],
    testTimeout: 30_000,
    // Unless told, it leaves a core to nobody: on two of them one file at a time.
    maxWorkers: '100%',
    // No test stands in for a module or changes the process, so files may share what they import.
    isolate: false,
  },
});

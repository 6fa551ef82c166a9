import { resolve } from 'node:path';
import react from '@vitejs/plugin-react';
import { defineConfig } from 'electron-vite';
import { recordLicences } from './electron/package/inside/bundledPackages.ts';

/** The one library that stays outside the bundles, and all that is in them. */
const licences = recordLicences({
  project: import.meta.dirname,
  out: resolve('out'),
  more: ['better-sqlite3'],
});

/** The built studio: `out/main` (ESM), `out/preload` (CommonJS, as a sandboxed preload must be), `out/renderer`. */
export default defineConfig({
  main: {
    plugins: [licences],
    build: {
      outDir: 'out/main',
      rollupOptions: {
        input: {
          index: resolve('electron/main/main.ts'),
          searchWorker: resolve('electron/library/search/worker.ts'),
          proofWorker: resolve('electron/library/proof/worker.ts'),
          choreWorker: resolve('electron/library/chores/worker.ts'),
          exportWorker: resolve('electron/export/worker.ts'),
          pressWorker: resolve('electron/press/worker.ts'),
          renderWorker: resolve('electron/publish/rendering/worker.ts'),
        },
      },
    },
  },
  preload: {
    plugins: [licences],
    build: {
      outDir: 'out/preload',
      rollupOptions: {
        input: { preload: resolve('electron/preload/preload.ts') },
        output: { format: 'cjs', entryFileNames: '[name].cjs' },
      },
    },
  },
  renderer: {
    root: 'renderer',
    plugins: [react(), licences],
    worker: { format: 'es', plugins: () => [licences] },
    build: {
      outDir: 'out/renderer',
      minify: true,
      rollupOptions: { input: resolve('renderer/index.html') },
    },
  },
});

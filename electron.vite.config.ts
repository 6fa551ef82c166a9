import { resolve } from 'node:path';
import react from '@vitejs/plugin-react';
import { defineConfig } from 'electron-vite';
import { build, type Plugin } from 'vite';
import { recordLicences } from './electron/package/inside/bundledPackages.ts';
import { hashOfRenderer } from './electron/publish/rendering/hashOfRenderer.ts';

/** The one library that stays outside the bundles, and all that is in them. */
const licences = recordLicences({
  project: import.meta.dirname,
  out: resolve('out'),
  more: ['better-sqlite3'],
});

/** What draws diagrams, as one script: the frame that it runs in may load nothing else. */
const drawing: Plugin = {
  name: 'drawing',
  apply: 'build',
  async generateBundle() {
    const built = await build({
      configFile: false,
      logLevel: 'error',
      plugins: [licences],
      build: {
        write: false,
        modulePreload: false,
        rollupOptions: {
          input: resolve('renderer/diagrams/frame/frame.ts'),
          output: { format: 'iife', codeSplitting: false },
        },
      },
    });
    const [script] = 'output' in built ? built.output : [];
    if (script?.type !== 'chunk') throw new Error('What draws diagrams was not built.');
    this.emitFile({ type: 'asset', fileName: 'drawing.js', source: script.code });
  },
};

/** The built studio: `out/main` (ESM), `out/preload` (CommonJS, as a sandboxed preload must be), `out/renderer`. */
export default defineConfig({
  main: {
    plugins: [licences],
    define: { builtRenderer: JSON.stringify(hashOfRenderer(import.meta.dirname)) },
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
    plugins: [react(), licences, drawing],
    worker: { format: 'es', plugins: () => [licences] },
    build: {
      outDir: 'out/renderer',
      minify: true,
      rollupOptions: { input: resolve('renderer/index.html') },
    },
  },
});

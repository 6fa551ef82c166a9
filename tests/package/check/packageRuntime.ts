import { mkdirSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';

/** Makes, in `folder`, the program that runs an installed package's asar on the Chromium shell. */
export function makePackageRuntime(folder: string): void {
  const runtime = resolve(import.meta.dirname, 'runtime.ts');
  const script = `#!/bin/sh\nexec "${process.execPath}" "${runtime}" "$@"\n`;
  writeFileSync(join(folder, 'runtime'), script, { mode: 0o755 });
  mkdirSync(join(folder, 'extracted'));
}

/** The environment in which a package around the stand-in runs on what `makePackageRuntime` made. */
export function packageRuntimeEnv(folder: string): Record<string, string> {
  return {
    LONGHAND_RUNTIME: join(folder, 'runtime'),
    LONGHAND_EXTRACTED: join(folder, 'extracted'),
  };
}

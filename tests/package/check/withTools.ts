import { mkdtempSync, writeFileSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { trial } from './trial.ts';

/** Does some work with shell scripts standing before the path's programs of their names. */
export async function withTools<T>(
  scripts: Readonly<Record<string, string>>,
  work: () => Promise<T>,
): Promise<T> {
  const folder = mkdtempSync(join(trial, 'tools-'));
  for (const [name, script] of Object.entries(scripts)) {
    writeFileSync(join(folder, name), `#!/bin/sh\n${script}\n`, { mode: 0o755 });
  }
  const { PATH } = process.env;
  process.env.PATH = `${folder}${delimiter}${PATH}`;
  try {
    return await work();
  } finally {
    process.env.PATH = PATH;
  }
}

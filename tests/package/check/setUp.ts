import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** Makes the packages that every check looks at, once. */
export default async function setUp(): Promise<() => void> {
  const folder = mkdtempSync(join(tmpdir(), 'longhand-'));
  process.env.LONGHAND_TRIAL = folder;
  const { makeTrial } = await import('./trial.ts');
  await makeTrial(folder);
  return () => rmSync(folder, { recursive: true, force: true });
}

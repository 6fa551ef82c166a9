import { randomUUID } from 'node:crypto';
import { existsSync, readFileSync, realpathSync, renameSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { findChromium, theseSurroundings } from '#launch/findChromium.ts';
import { runInShell } from '#launch/shell/run.ts';
import { headerHash } from './headerHash.ts';

// Takes the place of Electron's binary in an installed package: runs the installed asar on the Chromium shell. Node
// cannot read an asar, so its content is put into LONGHAND_EXTRACTED first, once.
const [program, ...args] = process.argv.slice(2);
const chromium = findChromium(theseSurroundings);
if (!chromium) throw new Error('There is no Chromium to run the package on.');
const project = await extracted(join(dirname(realpathSync(program!)), 'resources', 'app.asar'));
const { productName, version } = JSON.parse(
  readFileSync(join(project, 'package.json'), 'utf8'),
) as Record<string, string>;
const options = { chromium, headless: true, project, packaged: true };
await runInShell({ ...options, name: productName!, version: version! }, args);

async function extracted(asar: string): Promise<string> {
  const folder = join(process.env.LONGHAND_EXTRACTED!, headerHash(asar));
  if (existsSync(folder)) return folder;
  const { extractAll } = await import('@electron/asar');
  const unfinished = `${folder}.${randomUUID()}`;
  extractAll(asar, unfinished);
  if (!existsSync(folder)) renameSync(unfinished, folder);
  return folder;
}

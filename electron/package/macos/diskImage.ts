import { mkdirSync, symlinkSync } from 'node:fs';
import { cp } from 'node:fs/promises';
import { join } from 'node:path';
import { identity } from '../identity.ts';
import { runTool } from '../tools.ts';

/** A .dmg with the program, and a link to drag it onto. Needs macOS's own `hdiutil`. */
export async function makeDiskImage(bundle: string, path: string, work: string): Promise<void> {
  const volume = join(work, 'volume');
  mkdirSync(volume, { recursive: true });
  await cp(bundle, join(volume, `${identity.name}.app`), {
    recursive: true,
    verbatimSymlinks: true,
  });
  symlinkSync('/Applications', join(volume, 'Applications'));
  const about = ['-volname', identity.name, '-srcfolder', volume, '-format', 'ULFO', '-fs', 'APFS'];
  await runTool('hdiutil', ['create', ...about, '-ov', path]);
}

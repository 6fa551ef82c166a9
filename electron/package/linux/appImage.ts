import { copyFileSync, mkdirSync, symlinkSync, writeFileSync } from 'node:fs';
import { cp } from 'node:fs/promises';
import { join } from 'node:path';
import { identity } from '../identity.ts';
import type { Target } from '../target.ts';
import { runTool } from '../tools.ts';
import { desktopEntry } from './desktopEntry.ts';
import type { LinuxPackage } from './systemTree.ts';

/** One file that runs where it lies. Needs `appimagetool`. */
export async function makeAppImage(
  tree: string,
  of: LinuxPackage,
  { arch }: Target,
  path: string,
  work: string,
): Promise<void> {
  const root = join(work, 'AppDir');
  mkdirSync(root, { recursive: true });
  await cp(tree, root, { recursive: true, verbatimSymlinks: true });
  symlinkSync(`usr/bin/${identity.command}`, join(root, 'AppRun'));
  writeFileSync(join(root, `${identity.id}.desktop`), desktopEntry(identity.command));
  copyFileSync(of.icons.pngs.get(256)!, join(root, `${identity.id}.png`));
  await runTool('appimagetool', ['--no-appstream', root, path], {
    env: { ARCH: arch === 'x64' ? 'x86_64' : 'aarch64' },
  });
}

import { mkdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { type ApplicationOptions, makeApplication } from './application.ts';
import type { ElectronZip } from './electronZips.ts';
import type { Format } from './formats.ts';
import { identity } from './identity.ts';
import { layOutSystem } from './linux/systemTree.ts';
import { type Target, targetName } from './target.ts';

/** What every target's packages are made of. */
export interface Source extends Omit<ApplicationOptions, 'target' | 'electronFolder'> {
  readonly date: Date;
  readonly changes: readonly string[];
}

/** Makes a target's packages, around the runtime given, into `ready`; their paths, each told as it is made. */
export async function packTarget(
  { target, zip, formats }: { target: Target; zip: ElectronZip; formats: readonly Format[] },
  source: Source,
  { ready, work }: { readonly ready: string; readonly work: string },
  onMade: (path: string) => void,
): Promise<void> {
  const place = join(work, targetName(target));
  const options = { ...source, target, electronFolder: zip.folder };
  const application = await makeApplication(options, place);
  const of = { ...source, application };
  const tree = join(place, 'tree');
  if (target.platform === 'linux') await layOutSystem(tree, of);
  const addition = zip.isElectron ? '' : '-without-electron';
  const top = `${identity.command}-${source.version}-${targetName(target)}`;
  for (const format of formats) {
    const path = join(ready, `${top}${addition}.${format.name}`);
    const own = join(place, `work-${format.name}`);
    mkdirSync(own);
    await format.make({ target, of, application, tree, top, work: own }, path);
    rmSync(own, { recursive: true, force: true });
    onMade(path);
  }
  rmSync(place, { recursive: true, force: true });
}

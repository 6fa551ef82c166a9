import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { type Options, packager } from '@electron/packager';
import { electronVersion } from './electronZips.ts';
import { setFuses } from './fuses.ts';
import type { Icons } from './icons/makeIcons.ts';
import { identity } from './identity.ts';
import { gatherContents } from './inside/contents.ts';
import { macDetails } from './macos/macDetails.ts';
import { noRoom, PackagingError } from './packagingError.ts';
import type { MacSigning, WindowsSigning } from './signing.ts';
import type { Target } from './target.ts';
import { windowsDetails } from './windows/windowsDetails.ts';

export interface ApplicationOptions {
  readonly project: string;
  readonly target: Target;
  readonly version: string;
  /** A folder with Electron's release for the target. */
  readonly electronFolder: string;
  readonly icons: Icons;
  readonly updates: string | null;
  readonly macSigning: MacSigning | null;
  readonly windowsSigning: WindowsSigning | null;
  /** Licences as a text for people. */
  readonly notices: string;
}

/**
 * The studio as a program of the target's system: Electron under the studio's name and icon, with what it runs in an
 * asar, the database's binary beside that, its fuses set, and signed. Gives the folder, made inside `work`.
 */
export async function makeApplication(options: ApplicationOptions, work: string): Promise<string> {
  const { project, target, version, icons } = options;
  const inside = join(work, 'inside');
  rmSync(inside, { recursive: true, force: true });
  mkdirSync(inside, { recursive: true });
  gatherContents(project, inside, target, options);
  const extras = extraFiles(options, join(work, 'extras'));
  const [folder] = await orStuck(
    packager({
      dir: inside,
      out: join(work, 'applications'),
      tmpdir: join(work, 'packager'),
      quiet: true,
      overwrite: true,
      prune: false,
      platform: target.platform,
      arch: target.arch,
      electronVersion: electronVersion(),
      electronZipDir: options.electronFolder,
      name: identity.name,
      executableName: target.platform === 'linux' ? identity.command : identity.name,
      appVersion: version,
      appCopyright: identity.copyright,
      appBundleId: identity.id,
      asar: { unpack: '*.node' },
      icon: target.platform === 'darwin' ? icons.icns : icons.ico,
      extraResource: extras,
      // Before anything is signed: what is signed cannot be changed.
      afterCopyExtraResources: [({ buildPath }) => setFuses(programIn(buildPath, target))],
      ...detailsFor(options),
    }),
  );
  return folder!;
}

/**
 * What a promise comes to. Where a disk fills in the middle of a large file, the packager's is never settled, and Node
 * would end without a word as soon as nothing is left to be done.
 */
async function orStuck<T>(made: Promise<T>): Promise<T> {
  let giveUp = () => {};
  const stuck = new Promise<never>((_, reject) => {
    giveUp = () => reject(new PackagingError(noRoom));
  });
  process.once('beforeExit', giveUp);
  try {
    return await Promise.race([made, stuck]);
  } finally {
    process.off('beforeExit', giveUp);
  }
}

/** Where a target's program is in its folder. */
export function programIn(folder: string, { platform }: Target): string {
  if (platform === 'darwin') return join(folder, `${identity.name}.app`);
  return join(folder, platform === 'win32' ? `${identity.name}.exe` : identity.command);
}

/** The folder that holds a target's asar. */
export function resourcesIn(folder: string, target: Target): string {
  if (target.platform !== 'darwin') return join(folder, 'resources');
  return join(programIn(folder, target), 'Contents', 'Resources');
}

function detailsFor({ target, macSigning, windowsSigning }: ApplicationOptions): Partial<Options> {
  if (target.platform === 'darwin') return macDetails(macSigning);
  return target.platform === 'win32' ? windowsDetails(windowsSigning) : {};
}

/** Files beside the asar, which something other than the studio reads. */
function extraFiles({ target, notices }: ApplicationOptions, folder: string): string[] {
  mkdirSync(join(folder, 'bin'), { recursive: true });
  const licences = join(folder, 'LICENSES.txt');
  writeFileSync(licences, notices);
  const command = commands[target.platform];
  if (command === null) return [licences];
  writeFileSync(join(folder, 'bin', command.name), command.text, { mode: 0o755 });
  return [licences, join(folder, 'bin')];
}

/**
 * The command `longhand` for a path, where the program itself cannot be linked to. Behind `--` the engine takes no
 * switch for its own.
 */
const commands = {
  linux: null,
  darwin: {
    name: identity.command,
    text: `#!/bin/sh
# Runs Longhand from the command line. May be reached by a link.
here="$0"
while [ -L "$here" ]; do
  target="$(readlink "$here")"
  case "$target" in
    /*) here="$target" ;;
    *) here="$(dirname "$here")/$target" ;;
  esac
done
exec "$(cd "$(dirname "$here")/../../MacOS" && pwd)/${identity.name}" -- "$@"
`,
  },
  win32: {
    name: `${identity.command}.cmd`,
    text: `@echo off\r\n"%~dp0..\\..\\${identity.name}.exe" -- %*\r\nexit /b %ERRORLEVEL%\r\n`,
  },
} as const;

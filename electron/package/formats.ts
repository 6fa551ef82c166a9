import { programIn } from './application.ts';
import { makeAppImage } from './linux/appImage.ts';
import { makeDeb } from './linux/debPackage.ts';
import { makeRpm } from './linux/rpmPackage.ts';
import type { LinuxPackage } from './linux/systemTree.ts';
import { makeTarball } from './linux/tarball.ts';
import { makeDiskImage } from './macos/diskImage.ts';
import type { Platform, Target } from './target.ts';
import { haveTool, runTool } from './tools.ts';
import { makeInstaller } from './windows/installer.ts';
import { writeZip } from './zipFile.ts';

export const formatNames = ['deb', 'rpm', 'tar.xz', 'AppImage', 'dmg', 'zip', 'exe'] as const;
export type FormatName = (typeof formatNames)[number];

/** What a format is made of. */
interface Material {
  readonly target: Target;
  readonly of: LinuxPackage;
  /** The program's folder. */
  readonly application: string;
  /** For Linux, the program and what goes with it as they lie on a system. */
  readonly tree: string;
  /** What a folder that is unpacked is called: `longhand-1.2.3-linux-x64`. */
  readonly top: string;
  /** A folder of the format's own to work in. */
  readonly work: string;
}

export interface Format {
  readonly name: FormatName;
  readonly platform: Platform;
  readonly tool: { readonly name: string; readonly from: string } | null;
  readonly make: (material: Material, path: string) => Promise<void>;
}

/** Every kind of package, with the program that this machine needs to make it. */
export const formats: readonly Format[] = [
  {
    name: 'deb',
    platform: 'linux',
    tool: { name: 'dpkg-deb', from: 'the package dpkg' },
    make: ({ tree, of, target, work }, path) => makeDeb(tree, of, target, path, work),
  },
  {
    name: 'rpm',
    platform: 'linux',
    tool: { name: 'rpmbuild', from: 'the package rpm' },
    make: ({ tree, of, target, work }, path) => makeRpm(tree, of, target, path, work),
  },
  {
    name: 'tar.xz',
    platform: 'linux',
    tool: { name: 'xz', from: 'the package xz-utils' },
    make: ({ application, of, top }, path) =>
      makeTarball(application, path, { top, date: of.date }),
  },
  {
    name: 'AppImage',
    platform: 'linux',
    tool: { name: 'appimagetool', from: 'https://github.com/AppImage/appimagetool' },
    make: ({ tree, of, target, work }, path) => makeAppImage(tree, of, target, path, work),
  },
  {
    name: 'dmg',
    platform: 'darwin',
    tool: { name: 'hdiutil', from: 'macOS' },
    make: ({ application, target, work }, path) =>
      makeDiskImage(programIn(application, target), path, work),
  },
  {
    name: 'zip',
    platform: 'darwin',
    // It alone keeps everything that a signature covers.
    tool: { name: 'ditto', from: 'macOS' },
    async make({ application, target }, path) {
      const bundle = programIn(application, target);
      await runTool('ditto', ['-c', '-k', '--keepParent', bundle, path]);
    },
  },
  {
    name: 'exe',
    platform: 'win32',
    tool: { name: 'makensis', from: 'the package nsis' },
    make: ({ application, of, work }, path) =>
      makeInstaller({ ...of, application, icon: of.icons.ico }, path, work),
  },
  {
    name: 'zip',
    platform: 'win32',
    tool: null,
    make: ({ application, of, top }, path) => writeZip(application, path, { top, date: of.date }),
  },
];

/** Why this machine cannot make a format; null when it can. */
export function whyNotHere({ tool }: Format): string | null {
  if (tool === null || haveTool(tool.name)) return null;
  return `${tool.name} is not on this machine; it comes with ${tool.from}`;
}

/** Systems and processors that a package is made for, by Electron's names. */
const platforms = ['linux', 'darwin', 'win32'] as const;
export type Platform = (typeof platforms)[number];
type Arch = 'x64' | 'arm64';

export interface Target {
  readonly platform: Platform;
  readonly arch: Arch;
}

export const targets: readonly Target[] = platforms.flatMap((platform) =>
  (['x64', 'arm64'] as const).map((arch) => ({ platform, arch })),
);

/** `macos-arm64`, as file names say it. */
export function targetName({ platform, arch }: Target): string {
  return `${systemNames[platform]}-${arch}`;
}

const systemNames = { linux: 'linux', darwin: 'macos', win32: 'windows' } as const;

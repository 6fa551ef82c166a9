import type { StandIn } from './makeStandIn.ts';

/** Electron's release for Linux, whose program only says that it is none; LONGHAND_RUNTIME names one that takes its place. */
export function linuxStandIn(fuses: Buffer): StandIn {
  const plain = [
    ...['LICENSE', 'LICENSES.chromium.html', 'version', 'icudtl.dat', 'resources.pak'],
    ...['chrome_100_percent.pak', 'chrome_200_percent.pak', 'locales/en-US.pak'],
    ...['snapshot_blob.bin', 'v8_context_snapshot.bin', 'vk_swiftshader_icd.json'],
    ...['libEGL.so', 'libGLESv2.so', 'libffmpeg.so', 'libvk_swiftshader.so', 'libvulkan.so.1'],
    'resources/default_app.asar',
  ];
  const programs = ['electron', 'chrome-sandbox', 'chrome_crashpad_handler'];
  return {
    files: {
      ...Object.fromEntries(plain.map((path) => [path, `Stands for Electron's ${path}.\n`])),
      ...Object.fromEntries(programs.map((path) => [path, '#!/bin/sh\nexit 1\n'])),
      electron: Buffer.concat([Buffer.from(program), fuses]),
    },
    programs,
  };
}

const program = `#!/bin/sh
# Stands for Electron's binary in a package that was made without it.
[ -n "$LONGHAND_RUNTIME" ] && exec "$LONGHAND_RUNTIME" "$0" "$@"
echo "This package of Longhand was made without Electron, which could not be had where it was made." >&2
echo "It can be installed, checked and removed, but not run. Install one that was made with Electron." >&2
exit 1
`;

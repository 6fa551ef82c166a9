import { Data, NtExecutable, NtExecutableResource, Resource } from 'resedit';
import type { StandIn } from './makeStandIn.ts';

/** Electron's release for Windows, around an executable that has resources and fuses but no code. */
export function windowsStandIn(fuses: Buffer): StandIn {
  const plain = [
    ...['LICENSE', 'LICENSES.chromium.html', 'version', 'icudtl.dat', 'resources.pak'],
    ...['chrome_100_percent.pak', 'chrome_200_percent.pak', 'locales/en-US.pak'],
    ...['snapshot_blob.bin', 'v8_context_snapshot.bin', 'vk_swiftshader_icd.json'],
    ...['d3dcompiler_47.dll', 'ffmpeg.dll', 'libEGL.dll', 'libGLESv2.dll', 'vulkan-1.dll'],
    'resources/default_app.asar',
  ];
  return {
    files: {
      ...Object.fromEntries(plain.map((path) => [path, `Stands for Electron's ${path}.\r\n`])),
      'electron.exe': Buffer.concat([executable(), fuses]),
    },
    programs: [],
  };
}

/** An empty program with what a package's own icon and version take the place of. */
function executable(): Uint8Array {
  const program = NtExecutable.createEmpty(false, false);
  const resources = NtExecutableResource.from(program);
  const english = 1033;
  const values = { FileDescription: 'Electron', ProductName: 'Electron' };
  Resource.VersionInfo.create(english, {}, [
    { lang: english, codepage: 1200, values },
  ]).outputToResourceEntries(resources.entries);
  const icon = Data.RawIconItem.from(new ArrayBuffer(0), 1, 1, 32);
  Resource.IconGroupEntry.replaceIconsForResource(resources.entries, 1, english, [icon]);
  resources.outputResource(program);
  return new Uint8Array(program.generate());
}

import type { StandIn } from './makeStandIn.ts';

/** Electron's release for macOS: the bundle, its helpers and its framework, which holds the fuses. */
export function macStandIn(fuses: Buffer): StandIn {
  const contents = 'Electron.app/Contents';
  const helpers = ['', ' (Renderer)', ' (Plugin)', ' (GPU)'].map(
    (kind) => `Electron Helper${kind}`,
  );
  const helperFiles = helpers.flatMap((name) => {
    const folder = `${contents}/Frameworks/${name}.app/Contents`;
    return [
      [`${folder}/Info.plist`, propertyList(name, 'com.github.Electron.helper')],
      [`${folder}/MacOS/${name}`, placeholder],
    ] as const;
  });
  return {
    files: {
      LICENSE: 'Stands for Electron’s LICENSE.\n',
      'LICENSES.chromium.html': 'Stands for Electron’s LICENSES.chromium.html.\n',
      [`${contents}/Info.plist`]: propertyList('Electron', 'com.github.Electron'),
      [`${contents}/MacOS/Electron`]: placeholder,
      [`${contents}/Resources/electron.icns`]: placeholder,
      [`${contents}/Resources/default_app.asar`]: placeholder,
      [`${contents}/Frameworks/Electron Framework.framework/Electron Framework`]: fuses,
      ...Object.fromEntries(helperFiles),
    },
    programs: [
      `${contents}/MacOS/Electron`,
      ...helperFiles.map(([path]) => path).filter((path) => path.includes('/MacOS/')),
    ],
  };
}

const placeholder = '#!/bin/sh\nexit 1\n';

function propertyList(name: string, id: string): string {
  return `<?xml version="1.0" encoding="UTF-8"?>
<!DOCTYPE plist PUBLIC "-//Apple//DTD PLIST 1.0//EN" "http://www.apple.com/DTDs/PropertyList-1.0.dtd">
<plist version="1.0"><dict>
<key>CFBundleExecutable</key><string>${name}</string>
<key>CFBundleIdentifier</key><string>${id}</string>
<key>CFBundleName</key><string>${name}</string>
<key>CFBundlePackageType</key><string>APPL</string>
<key>CFBundleIconFile</key><string>electron.icns</string>
</dict></plist>
`;
}

import { mkdirSync, readdirSync, renameSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { identity } from '../identity.ts';
import type { Target } from '../target.ts';
import { runTool } from '../tools.ts';
import { type LinuxPackage, programFolder, sandboxHelper } from './systemTree.ts';

/** An .rpm of a laid out system. Needs `rpmbuild`; runs no script on the machine it is installed on. */
export async function makeRpm(
  tree: string,
  of: LinuxPackage,
  { arch }: Target,
  path: string,
  work: string,
): Promise<void> {
  const top = join(work, 'rpm');
  mkdirSync(top, { recursive: true });
  const notices = join(top, 'LICENSES.txt');
  writeFileSync(notices, of.notices);
  const description = join(top, 'longhand.spec');
  writeFileSync(description, specification(tree, notices, of));
  await runTool(
    'rpmbuild',
    ['-bb', '--target', machine[arch], '--define', `_topdir ${top}`, description],
    { env: { SOURCE_DATE_EPOCH: String(Math.floor(of.date.getTime() / 1_000)) } },
  );
  const folder = join(top, 'RPMS', machine[arch]);
  renameSync(join(folder, readdirSync(folder)[0]!), path);
}

const machine = { x64: 'x86_64', arm64: 'aarch64' } as const;

function specification(tree: string, notices: string, { version }: LinuxPackage): string {
  return `# What is packed is finished: nothing is compiled, stripped or looked through for what it needs.
%global debug_package %{nil}
%global __os_install_post %{nil}
%global _build_id_links none
%global _binary_payload w6.xzdio
%global use_source_date_epoch_as_buildtime 1
%global clamp_mtime_to_source_date_epoch 1
%global _buildhost localhost

Name: ${identity.command}
Version: ${version}
Release: 1
Summary: ${identity.summary}
License: ${identity.licence}
AutoReqProv: no
Requires: ${libraries.join(', ')}

%description
${identity.description.join('\n\n')}

%install
mkdir -p %{buildroot}/usr/share/licenses/${identity.command}
cp -a "${tree}/." %{buildroot}/
cp "${notices}" %{buildroot}/usr/share/licenses/${identity.command}/

%files
%defattr(-, root, root, 0755)
${programFolder}
%attr(4755, root, root) ${sandboxHelper}
/usr/bin/${identity.command}
/usr/share/applications/*
/usr/share/metainfo/*
/usr/share/icons/hicolor/*/apps/*
%doc /usr/share/man/man1/*
%license /usr/share/licenses/${identity.command}/*
`;
}

/** What Electron is linked against, by names that Fedora and openSUSE share. */
const libraries = [
  'libgtk-3.so.0()(64bit)',
  'libnss3.so()(64bit)',
  'libnspr4.so()(64bit)',
  'libasound.so.2()(64bit)',
  'libatk-bridge-2.0.so.0()(64bit)',
  'libcups.so.2()(64bit)',
  'libdrm.so.2()(64bit)',
  'libgbm.so.1()(64bit)',
  'libxkbcommon.so.0()(64bit)',
  'xdg-utils',
];

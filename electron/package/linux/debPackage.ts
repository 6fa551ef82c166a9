import { chmodSync, mkdirSync, readdirSync, statSync, writeFileSync } from 'node:fs';
import { cp } from 'node:fs/promises';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { identity } from '../identity.ts';
import type { Target } from '../target.ts';
import { runTool } from '../tools.ts';
import { type LinuxPackage, sandboxHelper } from './systemTree.ts';

/** A .deb of a laid out system. Needs `dpkg-deb`; runs no script on the machine it is installed on. */
export async function makeDeb(
  tree: string,
  of: LinuxPackage,
  { arch }: Target,
  path: string,
  work: string,
): Promise<void> {
  const root = join(work, 'deb');
  await cp(tree, root, { recursive: true, verbatimSymlinks: true });
  chmodSync(join(root, sandboxHelper), 0o4755);
  const documents = join(root, 'usr/share/doc', identity.command);
  mkdirSync(documents, { recursive: true });
  writeFileSync(join(documents, 'copyright'), withoutCommonLicences(of.notices));
  writeFileSync(join(documents, 'changelog.gz'), gzipSync(debianChangelog(of), { level: 9 }));
  const overrides = join(root, 'usr/share/lintian/overrides');
  mkdirSync(overrides, { recursive: true });
  writeFileSync(join(overrides, identity.command), lintianOverrides);
  const kilobytes = Math.ceil(sizeOf(root) / 1024);
  mkdirSync(join(root, 'DEBIAN'));
  writeFileSync(join(root, 'DEBIAN/control'), control(of.version, arch, kilobytes));
  await runTool(
    'dpkg-deb',
    // One thread: several cut the data at places that depend on the machine.
    ['--root-owner-group', '-Zxz', '--threads-max=1', '--build', root, path],
    { env: { SOURCE_DATE_EPOCH: String(Math.floor(of.date.getTime() / 1_000)) } },
  );
}

function control(version: string, arch: 'x64' | 'arm64', kilobytes: number): string {
  return `Package: ${identity.command}
Version: ${version}
Architecture: ${arch === 'x64' ? 'amd64' : 'arm64'}
Maintainer: ${identity.maintainer}
Installed-Size: ${kilobytes}
Depends: ${libraries.join(', ')}
Recommends: libsecret-1-0
Section: editors
Priority: optional
Description: ${identity.summary.toLowerCase()}
${identity.description.map(folded).join('\n .\n')}
`;
}

/** What Electron is linked against, by Debian's names and by those since its change to 64-bit time. */
const libraries = [
  'libc6 (>= 2.28)',
  'libgtk-3-0t64 | libgtk-3-0',
  'libnss3',
  'libnspr4',
  'libasound2t64 | libasound2',
  'libatk-bridge2.0-0t64 | libatk-bridge2.0-0',
  'libatspi2.0-0t64 | libatspi2.0-0',
  'libcups2t64 | libcups2',
  'libdbus-1-3',
  'libdrm2',
  'libgbm1',
  'libxcomposite1',
  'libxdamage1',
  'libxfixes3',
  'libxkbcommon0',
  'libxrandr2',
  'xdg-utils',
];

/** Lines of at most 74 characters, each after a space, as a description goes on. */
function folded(text: string): string {
  const lines = [''];
  for (const word of text.split(' ')) {
    const line = lines.at(-1)!;
    if (line.length + word.length > 72) lines.push(word);
    else lines[lines.length - 1] = line === '' ? word : `${line} ${word}`;
  }
  return lines.map((line) => ` ${line}`).join('\n');
}

/** Debian has this licence once for all packages, and asks that their own texts lead there instead of repeating it. */
function withoutCommonLicences(notices: string): string {
  return notices.replaceAll(
    /^[ \t]*Apache License\s+Version 2\.0, January 2004[\s\S]*?END OF TERMS AND CONDITIONS$/gm,
    'The Apache License, version 2, is in /usr/share/common-licenses/Apache-2.0.',
  );
}

function debianChangelog({ version, date, changes }: LinuxPackage): string {
  const items = changes.map((text) => folded(`* ${text}`).replaceAll(/^ /gm, '    ').trim());
  const day = date.toUTCString().replace('GMT', '+0000');
  return `${identity.command} (${version}) unstable; urgency=medium

  ${items.join('\n  ')}

 -- ${identity.maintainer}  ${day}
`;
}

/** What Debian asks of its own packages and Electron cannot give; each with its reason. */
const lintianOverrides = `# Electron brings its engine whole, and better-sqlite3 its SQLite: that is what they were tested with.
${identity.command}: embedded-library
${identity.command}: unstripped-binary-or-object
${identity.command}: shared-library-lacks-prerequisites
# Chromium's sandbox helper must act as root where users may not make namespaces.
${identity.command}: elevated-privileges
`;

function sizeOf(folder: string): number {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .reduce((sum, entry) => sum + statSync(join(entry.parentPath, entry.name)).size, 0);
}

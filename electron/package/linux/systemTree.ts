import {
  chmodSync,
  copyFileSync,
  mkdirSync,
  readdirSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { cp } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { gzipSync } from 'node:zlib';
import type { Icons } from '../icons/makeIcons.ts';
import { identity } from '../identity.ts';
import { appStreamMetadata } from './appStream.ts';
import { desktopEntry } from './desktopEntry.ts';
import { manualPage } from './manualPage.ts';

export interface LinuxPackage {
  /** The program's folder, as packed for Linux. */
  readonly application: string;
  readonly icons: Icons;
  readonly version: string;
  readonly date: Date;
  readonly changes: readonly string[];
  /** Licences as a text for people. */
  readonly notices: string;
}

/** Where the program is on a system it is installed on. */
export const programFolder = `/usr/lib/${identity.command}`;

/** Puts the studio into `root` as it lies on a system: program, command, menu entry, metadata and icons. */
export async function layOutSystem(root: string, of: LinuxPackage): Promise<void> {
  await cp(of.application, join(root, programFolder), { recursive: true });
  mkdirSync(join(root, 'usr/bin'), { recursive: true });
  symlinkSync(
    `../lib/${identity.command}/${identity.command}`,
    join(root, 'usr/bin', identity.command),
  );
  const share = join(root, 'usr/share');
  write(share, `applications/${identity.id}.desktop`, desktopEntry(`/usr/bin/${identity.command}`));
  write(share, `metainfo/${identity.id}.metainfo.xml`, appStreamMetadata(of));
  write(share, `man/man1/${identity.command}.1.gz`, gzipSync(manualPage(of), { level: 9 }));
  for (const [size, png] of of.icons.pngs) {
    copy(share, `icons/hicolor/${size}x${size}/apps/${identity.id}.png`, png);
  }
  copy(share, `icons/hicolor/scalable/apps/${identity.id}.svg`, of.icons.svg);
  setModes(root);
}

/** Chromium's helper that builds its sandbox where the system lets no user do so: it must belong to root and act as root. */
export const sandboxHelper = `${programFolder}/chrome-sandbox`;

function write(folder: string, path: string, content: string | Uint8Array): void {
  mkdirSync(dirname(join(folder, path)), { recursive: true });
  writeFileSync(join(folder, path), content);
}

function copy(folder: string, path: string, from: string): void {
  mkdirSync(dirname(join(folder, path)), { recursive: true });
  copyFileSync(from, join(folder, path));
}

/** The same modes whatever the umask of who packages. */
function setModes(root: string): void {
  const runs = new Set([identity.command, 'chrome-sandbox', 'chrome_crashpad_handler']);
  for (const entry of readdirSync(root, { recursive: true, withFileTypes: true })) {
    const path = join(entry.parentPath, entry.name);
    if (entry.isDirectory()) chmodSync(path, 0o755);
    else if (entry.isFile()) chmodSync(path, runs.has(entry.name) ? 0o755 : 0o644);
  }
  chmodSync(root, 0o755);
}

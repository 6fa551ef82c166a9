import { mkdirSync, mkdtempSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { FuseState } from '@electron/fuses';
import type { Platform, Target } from '../target.ts';
import { writeZip } from '../zipFile.ts';
import { linuxStandIn } from './linuxStandIn.ts';
import { macStandIn } from './macStandIn.ts';
import { windowsStandIn } from './windowsStandIn.ts';

/** The files of a runtime by their path; those in `programs` may be run. */
export interface StandIn {
  readonly files: Readonly<Record<string, string | Uint8Array>>;
  readonly programs: readonly string[];
}

/**
 * Makes a release of Electron with its official layout and real fuses, and nothing behind them: for packaging, and
 * trying what was packaged, where Electron's binary cannot be had.
 */
export async function makeStandIn({ platform }: Target, folder: string, name: string) {
  const { files, programs } = layouts[platform](fuseWire());
  mkdirSync(folder, { recursive: true });
  const content = mkdtempSync(join(folder, 'content-'));
  for (const [path, bytes] of Object.entries(files)) {
    mkdirSync(dirname(join(content, path)), { recursive: true });
    writeFileSync(join(content, path), bytes, { mode: programs.includes(path) ? 0o755 : 0o644 });
  }
  await writeZip(content, join(folder, name), { top: '', date: statSync(content).mtime });
  rmSync(content, { recursive: true });
}

const layouts: Record<Platform, (wire: Buffer) => StandIn> = {
  linux: linuxStandIn,
  darwin: macStandIn,
  win32: windowsStandIn,
};

/** What Electron's own tool looks for in a binary: a mark, version 1, and one byte a fuse, here as releases have them. */
function fuseWire(): Buffer {
  const { ENABLE: on, DISABLE: off } = FuseState;
  const released = [on, off, on, on, off, off, off, on, on];
  const mark = Buffer.from('dL7pKGdnNz796PbbjQWNKmHXBZaB9tsX');
  return Buffer.concat([mark, Buffer.from([1, released.length, ...released])]);
}

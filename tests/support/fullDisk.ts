import { execFileSync } from 'node:child_process';
import { closeSync, mkdirSync, openSync, rmSync, writeSync } from 'node:fs';
import { join } from 'node:path';

/** A small disk of a test's own, which can be filled and cleared. */
export interface SmallDisk {
  readonly folder: string;
  /** Leaves not a byte of room. */
  readonly fill: () => void;
  readonly clear: () => void;
  readonly remove: () => void;
}

/** Null where this user may not mount a disk. */
export function mountSmallDisk(folder: string, megabytes: number): SmallDisk | null {
  mkdirSync(folder, { recursive: true });
  const size = `size=${megabytes}m`;
  try {
    execFileSync('mount', ['-t', 'tmpfs', '-o', size, 'tmpfs', folder], { stdio: 'ignore' });
  } catch {
    return null;
  }
  const filler = join(folder, 'filler');
  return {
    folder,
    fill() {
      const file = openSync(filler, 'w');
      try {
        for (let size = 65_536; size >= 1; ) {
          try {
            writeSync(file, Buffer.alloc(size));
          } catch {
            size = Math.floor(size / 2);
          }
        }
      } finally {
        closeSync(file);
      }
    },
    clear: () => rmSync(filler),
    remove: () => execFileSync('umount', ['--lazy', folder]),
  };
}

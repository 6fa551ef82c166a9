import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import type { Random } from './random.ts';

export const damages = [
  'flipped bits',
  'zeroed pages',
  'swapped pages',
  'garbage in a page',
  'cut short',
  'garbage at the end',
  'flipped bits in the log',
  'zeroes in the log',
  'cut log',
] as const;
export type DamageKind = (typeof damages)[number];

const pageSize = 4096;

/** Damages the library at `path`, or the log beside it, in one of the ways that disks and programs do. */
export function damage(path: string, kind: DamageKind, random: Random): void {
  const target = kind.includes('log') && existsSync(`${path}-wal`) ? `${path}-wal` : path;
  const bytes = readFileSync(target);
  writeFileSync(target, damaged(bytes, kind, random));
}

function damaged(bytes: Buffer, kind: DamageKind, random: Random): Buffer {
  const pages = Math.ceil(bytes.length / pageSize);
  const page = () => random.below(pages) * pageSize;
  switch (kind) {
    case 'flipped bits':
    case 'flipped bits in the log':
      for (let count = 1 + random.below(40); count > 0; count--) {
        const at = random.below(bytes.length);
        bytes[at] = bytes[at]! ^ (1 << random.below(8));
      }
      return bytes;
    case 'zeroed pages':
      for (let count = 1 + random.below(4); count > 0; count--) {
        const at = page();
        bytes.fill(0, at, Math.min(bytes.length, at + pageSize));
      }
      return bytes;
    case 'zeroes in the log': {
      const at = random.below(bytes.length);
      return bytes.fill(0, at, Math.min(bytes.length, at + 512 * (1 + random.below(24))));
    }
    case 'swapped pages': {
      const [one, other] = [page(), page()];
      const kept = Buffer.from(bytes.subarray(one, one + pageSize));
      bytes.copy(bytes, one, other, other + pageSize);
      kept.copy(bytes, other);
      return bytes;
    }
    case 'garbage in a page': {
      const at = page() + 512 * random.below(8);
      random.bytes(512 * (1 + random.below(8))).copy(bytes, at);
      return bytes;
    }
    case 'cut short':
    case 'cut log':
      return bytes.subarray(0, random.below(bytes.length));
    case 'garbage at the end':
      return random.below(2) === 0
        ? Buffer.concat([bytes, random.bytes(1 + random.below(20_000))])
        : Buffer.concat([bytes.subarray(0, bytes.length - 20_000), random.bytes(20_000)]);
  }
}

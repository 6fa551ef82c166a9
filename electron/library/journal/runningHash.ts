import { createHash, type Hash } from 'node:crypto';
import type { Library } from '../library.ts';
import { readParts } from './readParts.ts';

/** The hash of an essay's history up to and with its newest entry, to go on with. */
export interface Head {
  readonly number: number;
  /** The SHA-256 of every line so far. */
  readonly digest: Buffer;
  readonly hash: Hash;
}

/**
 * The head of an essay's history, of which the library says that it is `digest` at entry `number`. Kept in
 * memory from one entry to the next. Where the stored lines do not come to that hash, what is written from
 * here on builds on the lines as they are; proving the library tells.
 */
export function runningHead(
  library: Library,
  key: number,
  stored: { readonly number: number; readonly digest: Buffer },
): Head {
  const known = heads.get(library)?.get(key);
  if (known?.number === stored.number && known.digest.equals(stored.digest)) return known;
  const hash = createHash('sha256');
  for (const part of readParts(library, key)) hash.update(part.lines);
  return { number: stored.number, digest: stored.digest, hash };
}

/** The head after one more line. */
export function advance(head: Head, line: string): Head {
  const hash = head.hash.copy().update(line);
  return { number: head.number + 1, digest: hash.copy().digest(), hash };
}

/** Keeps the head of an essay's history in memory. */
export function holdHead(library: Library, key: number, head: Head): void {
  const known = heads.get(library) ?? new Map<number, Head>();
  heads.set(library, known);
  known.delete(key);
  known.set(key, head);
  for (const oldest of known.keys()) {
    if (known.size <= mostHeld) break;
    known.delete(oldest);
  }
}

const mostHeld = 16;
const heads = new WeakMap<Library, Map<number, Head>>();

import { createHash, type Hash } from 'node:crypto';
import { hashOf } from '../body/pieces.ts';
import { afterEntry, type EssayState } from '../journal/essayState.ts';
import { parseLines } from '../journal/parseLines.ts';
import type { StoredPart } from '../journal/readParts.ts';

/** A history from its first entry on, all of it proved by its hashes. */
export interface JoinedHistory {
  readonly parts: readonly StoredPart[];
  /** How many entries it has. */
  readonly entries: number;
  /** What the essay is after the last of them; null when there are none. */
  readonly state: EssayState | null;
  /** Which of the copies the last part was taken from. */
  readonly lastFrom: number;
}

/**
 * The longest beginning of an essay's history that several copies of it, each perhaps hurt, make together.
 * Every hash is over all lines so far, so that one which is right also proves the lines before it.
 */
export function joinHistory(copies: readonly (readonly StoredPart[])[]): JoinedHistory {
  let parts: readonly StoredPart[] = [];
  let hash = createHash('sha256');
  let entries = 0;
  let lastFrom = 0;
  for (let grew = true; grew; ) {
    grew = false;
    for (const [index, copy] of copies.entries()) {
      const more = provedFrom(copy, entries, hash);
      if (more === null) continue;
      parts = [...parts, ...more.parts];
      hash = more.hash;
      entries = more.entries;
      lastFrom = index;
      grew = true;
    }
  }
  return replayed(parts, lastFrom);
}

/** What a copy has after the first `from` entries, as far as a hash of it is right; null when that is nothing. */
function provedFrom(
  copy: readonly StoredPart[],
  from: number,
  before: Hash,
): { parts: StoredPart[]; hash: Hash; entries: number } | null {
  const hash = before.copy();
  const read: StoredPart[] = [];
  let proved: { parts: StoredPart[]; hash: Hash; entries: number } | null = null;
  let entries = from;
  for (const part of copy) {
    if (part.last <= entries) continue;
    if (part.first > entries + 1) break;
    const lines = withoutFirst(part.lines, entries + 1 - part.first);
    hash.update(lines);
    read.push({ ...part, first: entries + 1, lines });
    entries = part.last;
    const head = hash.copy().digest();
    if (head.equals(part.headHash)) proved = { parts: [...read], hash: hash.copy(), entries };
  }
  return proved;
}

/** Lines without the first few of them. */
export function withoutFirst(lines: string, count: number): string {
  let at = 0;
  for (let line = 0; line < count; line++) at = lines.indexOf('\n', at) + 1 || lines.length;
  return lines.slice(at);
}

/** The parts with the hashes that their lines come to, up to the first that cannot be replayed. */
function replayed(parts: readonly StoredPart[], lastFrom: number): JoinedHistory {
  const hash = createHash('sha256');
  const kept: StoredPart[] = [];
  let state: EssayState | null = null;
  let textHash: Buffer = Buffer.alloc(0);
  let entries = 0;
  for (const part of parts) {
    try {
      const list = parseLines(part.lines);
      if (list.length !== part.last - part.first + 1) throw new RangeError('Entries are missing.');
      for (const entry of list) {
        entries++;
        state = afterEntry(state, entry, entries);
      }
      if (state === null) throw new RangeError('The beginning is missing.');
      if (list.some((entry) => 'text' in entry || 'start' in entry)) {
        textHash = hashOf(state.replay.text());
      }
    } catch {
      return replayed(kept, lastFrom);
    }
    hash.update(part.lines);
    kept.push({ ...part, textHash, headHash: hash.copy().digest() });
  }
  return { parts: kept, entries, state, lastFrom };
}

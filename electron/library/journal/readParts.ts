import type { Library } from '../library.ts';
import { statement } from '../statement.ts';
import { unpack } from './unpack.ts';

/** Some entries of a history, as they are stored. */
export interface StoredPart {
  readonly first: number;
  readonly last: number;
  readonly lines: string;
  /** The SHA-256 of the text after the last of them. */
  readonly textHash: Buffer;
  /** The SHA-256 of all lines up to the last of them. */
  readonly headHash: Buffer;
}

/**
 * An essay's history in order from the part that holds entry `from`: first the packed blocks, then entry by
 * entry. Throws what zlib or SQLite throw where it cannot be read.
 */
export function* readParts(library: Library, key: number, from = 1): Generator<StoredPart> {
  for (const block of readBlocks(library, key)) {
    if (block.last < from) continue;
    const { first, last, size, lines, text_hash, head_hash } = block;
    const unpacked = unpack(lines, size).toString();
    yield { first, last, lines: unpacked, textHash: text_hash, headHash: head_hash };
  }
  for (const row of readLines(library, key)) {
    if (row.number < from) continue;
    const { number, line, text_hash, head_hash } = row;
    yield { first: number, last: number, lines: line, textHash: text_hash, headHash: head_hash };
  }
}

export interface BlockRow {
  readonly first: number;
  readonly last: number;
  /** Bytes of the lines when they are unpacked. */
  readonly size: number;
  readonly lines: Buffer;
  readonly text_hash: Buffer;
  readonly head_hash: Buffer;
}

export function readBlocks(library: Library, key: number): readonly BlockRow[] {
  return statement<BlockRow>(
    library.db,
    `SELECT first, last, size, lines, text_hash, head_hash
     FROM journal_block
     WHERE essay_key = ?
     ORDER BY first`,
  ).all(key);
}

export interface LineRow {
  readonly number: number;
  readonly line: string;
  readonly text_hash: Buffer;
  readonly head_hash: Buffer;
}

/** The entries that are not packed yet. */
export function readLines(library: Library, key: number): readonly LineRow[] {
  return statement<LineRow>(
    library.db,
    `SELECT number, line, text_hash, head_hash
     FROM journal_line
     WHERE essay_key = ?
     ORDER BY number`,
  ).all(key);
}

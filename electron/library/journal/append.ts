import type { Entry } from '#contract/history.ts';
import type { Library } from '../library.ts';
import { statement } from '../statement.ts';
import { advance, type Head, holdHead, runningHead } from './runningHash.ts';

/**
 * Adds an entry to an essay's history, inside the transaction that makes the change it tells of. `revision`
 * is the essay's before it, 0 for a new one; `textHash` is that of the text after it.
 */
export function append(
  library: Library,
  essay: { readonly key: number; readonly revision: number },
  entry: Entry,
  textHash: Buffer,
): void {
  const line = `${JSON.stringify(entry)}\n`;
  const head = advance(headBefore(library, essay), line);
  statement(
    library.db,
    'INSERT INTO journal_line (essay_key, number, line, text_hash, head_hash) VALUES (?, ?, ?, ?, ?)',
  ).run(essay.key, head.number, line, textHash, head.digest);
  holdHead(library, essay.key, head);
}

function headBefore(
  library: Library,
  { key, revision }: { readonly key: number; readonly revision: number },
): Head {
  const digest = revision === 0 ? null : headHash(library, key);
  return runningHead(library, key, { number: revision, digest: digest ?? Buffer.alloc(0) });
}

/** The hash of an essay's whole history, as the newest entry has it; null when there is none. */
export function headHash(library: Library, key: number): Buffer | null {
  const newest = statement<Buffer>(
    library.db,
    'SELECT head_hash FROM journal_line WHERE essay_key = ? ORDER BY number DESC LIMIT 1',
  ).pluck();
  const packed = statement<Buffer>(
    library.db,
    'SELECT head_hash FROM journal_block WHERE essay_key = ? ORDER BY first DESC LIMIT 1',
  ).pluck();
  return newest.get(key) ?? packed.get(key) ?? null;
}

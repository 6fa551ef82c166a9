import { deflateRawSync } from 'node:zlib';
import { readPieces } from '../body/readBody.ts';
import type { EssayRecord } from '../essays/essayRecord.ts';
import { readRecord } from '../essays/readRecord.ts';
import type { Library } from '../library.ts';
import { statement } from '../statement.ts';
import { type BlockRow, type LineRow, readBlocks, readLines } from './readParts.ts';
import { unpack } from './unpack.ts';

type Packable = Pick<EssayRecord, 'id' | 'key' | 'revision'>;

/** Entries that may wait to be packed: their rows cost some 100 bytes each more than packed ones. */
const mostLines = 1024;
const askEvery = 32;
/** A block is packed anew with what follows until it has this many bytes of lines. */
const fullBlock = 64 * 1024;
/** Bytes of lines between two checkpoints, when the text is not longer. */
const checkpointEvery = 256 * 1024;

/** Packs an essay's history when many entries wait for it, which is asked at every few. Inside a transaction, after the newest entry. */
export function packWhenLong(library: Library, essay: Packable): void {
  if (essay.revision % askEvery !== 0) return;
  const first = statement<number>(
    library.db,
    'SELECT number FROM journal_line WHERE essay_key = ? ORDER BY number LIMIT 1',
  )
    .pluck()
    .get(essay.key);
  if (first !== undefined && essay.revision - first >= mostLines) packJournal(library, essay);
}

/**
 * Moves the entries of a history that wait into compressed blocks, and keeps the text beside them now and
 * then. No line is changed by it. Inside a transaction. What cannot be read is left as it is.
 */
export function packJournal(library: Library, essay: Packable): void {
  const lines = readLines(library, essay.key);
  const [first] = lines;
  const last = lines.at(-1);
  if (first === undefined || last === undefined) return;
  const blocks = readBlocks(library, essay.key);
  const before = blocks.at(-1);
  const open = before !== undefined && before.size < fullBlock ? linesOf(before) : null;
  const packed = Buffer.concat([
    open ?? Buffer.alloc(0),
    ...lines.map(({ line }) => Buffer.from(line)),
  ]);
  statement(
    library.db,
    `INSERT OR REPLACE INTO journal_block (essay_key, first, last, size, lines, text_hash, head_hash)
     VALUES (:key, :first, :last, :size, :lines, :textHash, :headHash)`,
  ).run({
    key: essay.key,
    first: open === null ? first.number : before?.first,
    last: last.number,
    size: packed.length,
    lines: deflateRawSync(packed),
    textHash: last.text_hash,
    headHash: last.head_hash,
  });
  statement(library.db, 'DELETE FROM journal_line WHERE essay_key = ?').run(essay.key);
  keepCheckpoint(library, essay, last);
}

/** Keeps the text as it is after the newest entry when the last checkpoint lies far behind. */
function keepCheckpoint(library: Library, essay: Packable, newest: LineRow): void {
  const behind = statement<number>(
    library.db,
    `SELECT coalesce(sum(size), 0)
     FROM journal_block
     WHERE essay_key = :key
       AND last > (SELECT coalesce(max(number), 0) FROM checkpoint WHERE essay_key = :key)`,
  )
    .pluck()
    .get({ key: essay.key });
  if ((behind ?? 0) < checkpointEvery) return;
  const text = readPieces(library, readRecord(library, essay.id))
    .map((piece) => piece.text)
    .join('');
  if ((behind ?? 0) < 2 * text.length) return;
  statement(
    library.db,
    'INSERT OR REPLACE INTO checkpoint (essay_key, number, text, text_hash) VALUES (?, ?, ?, ?)',
  ).run(essay.key, newest.number, deflateRawSync(text), newest.text_hash);
}

/** The lines of a block that is to grow; null when they cannot be read, and another block is begun. */
function linesOf(block: BlockRow): Buffer | null {
  try {
    return unpack(block.lines);
  } catch {
    return null;
  }
}

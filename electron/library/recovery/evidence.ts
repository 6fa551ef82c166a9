import type { EssayId } from '#contract/essay.ts';
import { hashOf, isBody, type Piece } from '../body/pieces.ts';
import type { Description, EssayRecord } from '../essays/essayRecord.ts';
import { readDescription } from '../essays/readRecord.ts';
import { parseLines } from '../journal/parseLines.ts';
import type { BlockRow, LineRow, StoredPart } from '../journal/readParts.ts';
import { unpack } from '../journal/unpack.ts';
import type { Library } from '../library.ts';
import { statement } from '../statement.ts';
import type { Source } from './sources.ts';

/** What one file has of an essay. */
export interface Evidence {
  readonly source: Source;
  readonly key: number;
  readonly record: EssayRecord | null;
  /** The text when it is what the row says was saved. */
  readonly text: string | null;
  /** What is said about it, when it is what was saved. */
  readonly description: Description | null;
  /** The history as far as it can be read, in order; nothing in it is proved yet. */
  readonly parts: readonly StoredPart[];
  /** False when the file could not be read to the end of the history. */
  readonly isReadToTheEnd: boolean;
  /** Copies of the text at some of its changes that are what was saved. */
  readonly checkpoints: readonly { readonly number: number; readonly text: string }[];
}

/** Reads whatever there is of an essay in a file that may be damaged. */
export function gatherEvidence(source: Source, key: number): Evidence {
  const { library } = source;
  const row = attempt(() => readRow(library, key));
  const record = row && typeof row.id === 'string' && typeof row.revision === 'number' ? row : null;
  const pieces = attempt(() => readPieces(library, key)) ?? [];
  const isTextWhole = record !== null && isBody(pieces, record.body_hash);
  const description = record && (attempt(() => readDescription(library, record)) ?? null);
  const blocks = readFromBothEnds<BlockRow>(library, 'journal_block', 'first', key);
  const lines = readFromBothEnds<LineRow>(library, 'journal_line', 'number', key);
  const parts = [...blocks.rows.flatMap(unpacked), ...lines.rows.map(asPart)].filter(isPart);
  return {
    source,
    key,
    record,
    text: isTextWhole ? pieces.map(({ text }) => text).join('') : null,
    description,
    parts: parts.sort((a, b) => a.first - b.first),
    isReadToTheEnd: blocks.isComplete && lines.isComplete && parts.length > 0,
    checkpoints: readCheckpoints(library, key),
  };
}

/** The essay's name as its history begins with it; null when that cannot be read. */
export function idInHistory({ parts }: Evidence): EssayId | null {
  const [first] = parts;
  if (first?.first !== 1) return null;
  const entry = attempt(() => parseLines(first.lines.slice(0, first.lines.indexOf('\n') + 1))[0]);
  return entry && 'start' in entry ? (entry.start?.id ?? null) : null;
}

/** The result of something that may fail on a damaged file, or undefined. */
function attempt<T>(read: () => T): T | undefined {
  try {
    return read();
  } catch {
    return undefined;
  }
}

function readRow(library: Library, key: number): EssayRecord | undefined {
  return statement<EssayRecord>(library.db, 'SELECT * FROM essay WHERE key = ?').get(key);
}

function readPieces(library: Library, key: number): readonly Piece[] {
  return statement<Piece>(
    library.db,
    'SELECT place, length, words, hash, text FROM body_piece WHERE essay_key = ? ORDER BY place',
  ).all(key);
}

/**
 * A hurt index leads to rows of other essays, and answers for them: only rows that say themselves whose they are
 * count. Lines have no index beside their table; where its pages changed places, a search runs on into those of others.
 */
const ofItself = {
  journal_block: rowSays('journal_block'),
  journal_line: '',
  checkpoint: rowSays('checkpoint'),
} as const;

function rowSays(table: string): string {
  return `AND (SELECT own.essay_key FROM ${table} AS own WHERE own.rowid = ${table}.rowid) = :key`;
}

/** What comes before a place that cannot be read, and what comes after it. */
function readFromBothEnds<Row>(
  library: Library,
  table: 'journal_block' | 'journal_line',
  number: string,
  key: number,
): { readonly rows: readonly Row[]; readonly isComplete: boolean } {
  const found = new Map<unknown, Row>();
  for (const order of ['ASC', 'DESC']) {
    try {
      const rows = statement<Row>(
        library.db,
        `SELECT * FROM ${table} WHERE essay_key = :key ${ofItself[table]} ORDER BY ${number} ${order}`,
      ).iterate({ key });
      for (const row of rows) {
        const { essay_key: owner, [number]: at } = row as Record<string, unknown>;
        if (owner === key && !found.has(at)) found.set(at, row);
      }
      if (order === 'ASC') return { rows: [...found.values()], isComplete: true };
    } catch {
      // The other end is worth a try.
    }
  }
  return { rows: [...found.values()], isComplete: false };
}

function unpacked({ first, last, lines, text_hash, head_hash }: BlockRow): StoredPart[] {
  const text = attempt(() => unpack(lines).toString());
  return text === undefined
    ? []
    : [{ first, last, lines: text, textHash: text_hash, headHash: head_hash }];
}

function asPart({ number, line, text_hash, head_hash }: LineRow): StoredPart {
  return { first: number, last: number, lines: line, textHash: text_hash, headHash: head_hash };
}

/** True for a part with as many lines as it says. In a damaged row anything may be of any type, null as well. */
function isPart({ first, last, lines, textHash, headHash }: StoredPart): boolean {
  if (typeof lines !== 'string' || !Buffer.isBuffer(textHash) || !Buffer.isBuffer(headHash))
    return false;
  let count = 0;
  for (let at = lines.indexOf('\n'); at !== -1; at = lines.indexOf('\n', at + 1)) count++;
  return first >= 1 && lines.endsWith('\n') && count === last - first + 1;
}

function readCheckpoints(library: Library, key: number): Evidence['checkpoints'] {
  const rows =
    attempt(() =>
      statement<{ number: number; text: Buffer; text_hash: Buffer }>(
        library.db,
        `SELECT number, text, text_hash
         FROM checkpoint
         WHERE essay_key = :key ${ofItself.checkpoint}
         ORDER BY number`,
      ).all({ key }),
    ) ?? [];
  return rows.flatMap(({ number, text, text_hash }) => {
    const plain = attempt(() => unpack(text).toString());
    return plain !== undefined && hashOf(plain).equals(text_hash) ? [{ number, text: plain }] : [];
  });
}

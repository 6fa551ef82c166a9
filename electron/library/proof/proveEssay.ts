import type { EssayId } from '#contract/essay.ts';
import type { Damage } from '#contract/history.ts';
import { countWords } from '../body/countWords.ts';
import { editorLength } from '../body/lineBreaks.ts';
import { opening } from '../body/opening.ts';
import { hashOf, isBody, type Piece, selectPieces } from '../body/pieces.ts';
import { type Description, type EssayRecord, fieldsHash } from '../essays/essayRecord.ts';
import { readDescription } from '../essays/readRecord.ts';
import { titleKey } from '../essays/titleKey.ts';
import { unflat } from '../journal/description.ts';
import type { Library } from '../library.ts';
import { statement } from '../statement.ts';
import { type HistoryProof, proveHistory } from './proveHistory.ts';

export interface EssayProof {
  readonly damage: readonly Damage[];
  /** Entries of its history that were replayed. */
  readonly entries: number;
  readonly bytes: number;
  /** What can be relied on; null for what cannot. */
  readonly whole: {
    readonly text: string | null;
    readonly description: Description | null;
    readonly history: HistoryProof;
  };
}

/** Holds everything that is stored of an essay against its hashes, and the essay against its history. */
export function proveEssay(library: Library, key: number): EssayProof {
  const record = attempt(() => readRow(library, key)) ?? null;
  const pieces = attempt(() => readStoredPieces(library, key)) ?? [];
  const description = record && attempt(() => readDescription(library, record));
  const history = attempt(() => proveHistory(library, key)) ?? unreadableHistory;
  const isHistoryWhole = history.broken === null;
  const text = record && isBody(pieces, record.body_hash) ? joined(pieces) : null;

  const id = (record?.id ?? history.state?.id ?? '') as EssayId;
  const title = record?.title ?? history.state?.description.title ?? '';
  const damage: Damage[] = [];
  const note = (part: Damage['part'], message: string, stands: string, entry: number | null) =>
    damage.push({ id, title, part, entry, message, stands });

  const isOwn = record === null || history.state === null || history.state.id === record.id;
  const past = isHistoryWhole
    ? 'Its whole history stands.'
    : history.entries > 0 && isOwn
      ? `The first ${history.entries} changes of its history stand.`
      : 'Nothing of its history stands.';
  const fromHistory = isHistoryWhole ? 'Its history is whole and gives it back.' : past;

  if (record === null) note('row', 'What the list shows of it cannot be read.', past, null);
  if (text === null) {
    note('text', `Its text ${whereHurt(pieces)} is not what was saved.`, fromHistory, null);
  } else if (isHistoryWhole && history.state?.replay.text() !== text) {
    note('text', 'Its text is not what its history comes to.', fromHistory, null);
  }
  if (!description) {
    note('description', 'Its title, tags or details are not what was saved.', fromHistory, null);
  } else if (isHistoryWhole && !isSame(description, history)) {
    note(
      'description',
      'Its title, tags or details are not what its history comes to.',
      fromHistory,
      null,
    );
  }
  if (history.broken !== null) {
    const { entry, reason } = history.broken;
    const also = text === null ? '' : ' So does its text.';
    note('history', `Change ${entry} of its history is hurt: ${reason}.`, past + also, entry);
  }
  for (const entry of history.checkpoints) {
    note('checkpoint', `The copy of its text kept at change ${entry} is hurt.`, past, entry);
  }
  const isJustRow = damage.every(({ part }) => part === 'history' || part === 'checkpoint');
  if (record !== null && text !== null && description && isJustRow) {
    for (const [what, isRight] of derived(record, pieces, text, description, history)) {
      if (!isRight) note('row', `${what} is not what was saved.`, `Its text stands. ${past}`, null);
    }
  }
  const bytes = history.bytes + pieces.reduce((sum, piece) => sum + piece.text.length, 0);
  return {
    damage,
    entries: history.entries,
    bytes,
    whole: { text, description: description || null, history },
  };
}

const unreadableHistory: HistoryProof = {
  state: null,
  entries: 0,
  bytes: 0,
  broken: { entry: 1, reason: 'it cannot be read' },
  checkpoints: [],
};

/** The result of something that may fail on a damaged file, or undefined. */
function attempt<T>(read: () => T): T | undefined {
  try {
    return read();
  } catch {
    return undefined;
  }
}

function readRow(library: Library, key: number): FullRecord | undefined {
  return statement<FullRecord>(library.db, 'SELECT * FROM essay WHERE key = ?').get(key);
}

interface FullRecord extends EssayRecord {
  readonly title_key: string;
  readonly created_ms: number;
  readonly opening: string;
  readonly words: number;
}

function readStoredPieces(library: Library, key: number): readonly Piece[] {
  const pieces = selectPieces(library, key);
  return pieces.every(({ text, hash }) => typeof text === 'string' && Buffer.isBuffer(hash))
    ? pieces
    : [];
}

function joined(pieces: readonly Piece[]): string {
  return pieces.map((piece) => piece.text).join('');
}

/** Which lines of a text a damage lies in, as far as the hashes of its pieces tell. */
function whereHurt(pieces: readonly Piece[]): string {
  let line = 1;
  for (const piece of pieces) {
    const lines = piece.text.split('\n').length - 1;
    if (!hashOf(piece.text).equals(piece.hash)) {
      return `between lines ${line} and ${line + lines}`;
    }
    line += lines;
  }
  return 'as a whole';
}

function isSame(description: Description, { state }: HistoryProof): boolean {
  return state !== null && fieldsHash(unflat(state.description)).equals(fieldsHash(description));
}

/** What the list keeps of an essay so that it need not look further, and whether it is right. */
function derived(
  record: FullRecord,
  pieces: readonly Piece[],
  text: string,
  description: Description,
  { state, broken, entries }: HistoryProof,
): readonly (readonly [what: string, isRight: boolean])[] {
  const { fields } = description;
  const counts = pieces.map((piece) => countWords(piece.text));
  const ofText = [
    ['Its count of words', sum(counts) === record.words],
    ['The teaser that the list shows of it', opening(pieces[0]?.text ?? '') === record.opening],
    ['The place of its title in the order of titles', titleKey(fields.title) === record.title_key],
    ['The place of its creation in time', Date.parse(fields.createdAt) === record.created_ms],
    [
      'The measure of a part of its text',
      pieces.every(
        (piece, index) =>
          piece.words === counts[index] &&
          piece.length === editorLength(piece.text) &&
          // The one piece of a short text has the hash of the whole, which was compared.
          (pieces.length === 1 ? record.body_hash : hashOf(piece.text)).equals(piece.hash),
      ),
    ],
  ] as const;
  if (broken !== null || state === null) return ofText;
  return [
    ...ofText,
    ['The number of its changes', record.revision === entries],
    ['The number of its last change of text', record.body_revision === state.bodyRevision],
    ['When it was changed last', Date.parse(record.updated_at) === state.updatedAt],
    ['When it was put in the trash', isTime(record.trashed_at, state.trashedAt)],
    ['The identity of it', record.id === state.id],
    ['Its kind of line break', text === '' || isLineBreak(record.line_break)],
  ];
}

function isLineBreak(text: string): boolean {
  return text === '\n' || text === '\r\n' || text === '\r';
}

function isTime(text: string | null, time: number | null): boolean {
  return text === null ? time === null : Date.parse(text) === time;
}

function sum(numbers: readonly number[]): number {
  return numbers.reduce((total, number) => total + number, 0);
}

import type { ChangeSetJson } from '#contract/essay.ts';
import type { Library } from '../library.ts';
import { statement } from '../statement.ts';
import { applyEdits } from './applyEdits.ts';
import { type BodyEdit, bodyEdits } from './bodyEdits.ts';
import { composed } from './composed.ts';
import { largestPiece } from './cutBody.ts';
import { editorLength, hasLoneReturn, type LineBreak } from './lineBreaks.ts';
import { bodyHash, type Piece, writeBody, writePiece } from './pieces.ts';
import { type BodyOwner, holdPieces, readPieces } from './readBody.ts';

interface EditedBody {
  readonly hash: Buffer;
  readonly words: number;
  /** The text up to the end of the first piece when that changed, else null. */
  readonly beginning: string | null;
  /** Where a change left half a character, which no file can hold and which gave way to U+FFFD; in order. */
  readonly halves: readonly number[];
}

/**
 * Applies changes one after another to a stored body by rewriting only the pieces they touch. The body is
 * of `revision` then. Throws `invalid` when they do not fit the body, `damaged` when it is.
 */
export function editBody(
  library: Library,
  owner: BodyOwner & { readonly line_break: LineBreak },
  changes: readonly ChangeSetJson[],
  revision: number,
): EditedBody {
  const before = readPieces(library, owner);
  const texts = edited(before, changes, owner.line_break);
  const pieces = store(library, owner, before, texts);
  const hash = bodyHash(pieces);
  holdPieces(library, owner.key, { revision, hash, pieces });
  const [first] = pieces;
  return {
    hash,
    words: pieces.reduce((sum, piece) => sum + piece.words, 0),
    beginning: first !== undefined && first !== before[0] ? first.text : null,
    halves: halvesIn(texts),
  };
}

/** The texts of the pieces after the changes. */
function edited(
  pieces: readonly Piece[],
  changes: readonly ChangeSetJson[],
  lineBreak: LineBreak,
): readonly string[] {
  const texts = pieces.map((piece) => piece.text);
  const lengths = pieces.map((piece) => piece.length);
  // Where a lone \r meets a \n on the way, the steps together would come to other bytes than one by one.
  const isInTurn = changes.length < 2 || texts.some(hasLoneReturn);
  const inTurn = isInTurn ? changes : [composed(changes)];
  for (const change of inTurn) {
    const edits = bodyEdits(
      change,
      lengths.reduce((sum, length) => sum + length, 0),
    );
    for (const [piece, local] of share(edits, lengths)) {
      const text = applyEdits(texts[piece] ?? '', local, lineBreak);
      texts[piece] = text;
      lengths[piece] = editorLength(text);
    }
  }
  return texts;
}

function store(
  library: Library,
  owner: BodyOwner & { readonly line_break: LineBreak },
  before: readonly Piece[],
  texts: readonly string[],
): readonly Piece[] {
  const isOutgrown = texts.some((text) => text.length > largestPiece);
  const isEmptied = texts.every((text) => text === '');
  if (isOutgrown || isEmptied) {
    return writeBody(library, owner.key, texts.join('').toWellFormed(), owner.line_break);
  }
  return before.flatMap((piece, index) => {
    const text = (texts[index] ?? '').toWellFormed();
    if (text === piece.text) return [piece];
    if (text !== '') return [writePiece(library, owner.key, piece.place, text, piece)];
    removePiece(library, owner.key, piece.place);
    return [];
  });
}

/** Edits by the index of the piece they fall in, counted from its start. What is inserted between two pieces goes to the first. */
function share(
  edits: readonly BodyEdit[],
  lengths: readonly number[],
): ReadonlyMap<number, readonly BodyEdit[]> {
  const shares = new Map<number, BodyEdit[]>();
  let start = 0;
  let next = 0;
  for (const [index, length] of lengths.entries()) {
    const end = start + length;
    const local: BodyEdit[] = [];
    for (let edit = edits[next]; edit !== undefined && edit.from <= end; edit = edits[next]) {
      const insertsHere = edit.from > start || index === 0;
      const from = Math.max(edit.from, start) - start;
      const to = Math.min(edit.to, end) - start;
      const lines = insertsHere ? edit.lines : [];
      if (to > from || lines.length > 0) local.push({ from, to, lines });
      if (edit.to > end) break;
      next++;
    }
    if (local.length > 0) shares.set(index, local);
    start = end;
  }
  return shares;
}

/** Positions of the halves of characters in a text, counted as the editor does. */
function halvesIn(texts: readonly string[]): number[] {
  if (texts.every((text) => text.isWellFormed())) return [];
  const halves: number[] = [];
  let start = 0;
  for (const text of texts) {
    for (const { index } of text.isWellFormed() ? [] : text.matchAll(half)) {
      halves.push(start + editorLength(text.slice(0, index)));
    }
    start += editorLength(text);
  }
  return halves;
}

const half = /[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/g;

function removePiece(library: Library, key: number, place: number): void {
  statement(library.db, 'DELETE FROM body_piece WHERE essay_key = ? AND place = ?').run(key, place);
}

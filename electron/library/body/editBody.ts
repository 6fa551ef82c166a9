import type { ChangeSetJson } from '#contract/essay.ts';
import type { Library } from '../library.ts';
import { statement } from '../statement.ts';
import { applyEdits } from './applyChanges.ts';
import { type BodyEdit, bodyEdits } from './bodyEdits.ts';
import { largestPiece } from './cutBody.ts';
import type { LineBreak } from './lineBreaks.ts';
import {
  type BodySummary,
  type Piece,
  readPieces,
  summarise,
  writeBody,
  writePiece,
} from './pieces.ts';
import { type BodyOwner, readBody, readPiece } from './readBody.ts';

interface EditedBody extends BodySummary {
  /** The text up to the end of the first piece when that changed, else null. */
  readonly beginning: string | null;
}

/**
 * Applies a change set to a stored body by rewriting only the pieces it touches. Null when the
 * changes change nothing. Throws `invalid` when they do not fit the body, `damaged` when it is.
 */
export function editBody(
  library: Library,
  owner: BodyOwner & { readonly line_break: LineBreak },
  changes: ChangeSetJson,
): EditedBody | null {
  const pieces = readPieces(library, owner.key);
  const length = pieces.reduce((sum, piece) => sum + piece.length, 0);
  const edits = bodyEdits(changes, length);
  if (edits.length === 0) return null;

  const edited = new Map<number, string>();
  for (const [piece, local] of share(edits, pieces)) {
    const text = readPiece(library, owner, piece);
    edited.set(piece.place, applyEdits(text, local, owner.line_break));
  }
  const isOutgrown = [...edited.values()].some((text) => text.length > largestPiece);
  const isEmptied = pieces.every((piece) => edited.get(piece.place) === '');
  if (isOutgrown || isEmptied) return rewrite(library, owner, edits);

  const after = pieces.flatMap((piece) => {
    const text = edited.get(piece.place);
    if (text === undefined) return [piece];
    if (text !== '') return [writePiece(library, owner.key, piece.place, text)];
    removePiece(library, owner.key, piece.place);
    return [];
  });
  const [first] = after;
  const isFirstNew = first !== undefined && first !== pieces[0];
  return {
    ...summarise(after),
    beginning: isFirstNew ? readPiece(library, owner, first) : null,
  };
}

/** Edits by the piece they fall in, counted from its start. What is inserted between two pieces goes to the first. */
function share(edits: readonly BodyEdit[], pieces: readonly Piece[]): Map<Piece, BodyEdit[]> {
  const shares = new Map<Piece, BodyEdit[]>();
  let start = 0;
  let next = 0;
  for (const piece of pieces) {
    const end = start + piece.length;
    const local: BodyEdit[] = [];
    for (let edit = edits[next]; edit !== undefined && edit.from <= end; edit = edits[next]) {
      const insertsHere = edit.from > start || piece === pieces[0];
      const from = Math.max(edit.from, start) - start;
      const to = Math.min(edit.to, end) - start;
      const lines = insertsHere ? edit.lines : [];
      if (to > from || lines.length > 0) local.push({ from, to, lines });
      if (edit.to > end) break;
      next++;
    }
    if (local.length > 0) shares.set(piece, local);
    start = end;
  }
  return shares;
}

function rewrite(
  library: Library,
  owner: BodyOwner & { readonly line_break: LineBreak },
  edits: readonly BodyEdit[],
): EditedBody {
  const text = applyEdits(readBody(library, owner), edits, owner.line_break);
  return { ...writeBody(library, owner.key, text, owner.line_break), beginning: text };
}

function removePiece(library: Library, key: number, place: number): void {
  statement(library.db, 'DELETE FROM body_piece WHERE essay_key = ? AND place = ?').run(key, place);
}

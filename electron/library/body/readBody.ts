import { StudioError } from '#contract/errors.ts';
import type { Library } from '../library.ts';
import { statement } from '../statement.ts';
import { hashOf, type Piece, summarise } from './pieces.ts';

/** An essay's row, as far as reading its body takes. */
export interface BodyOwner {
  readonly key: number;
  readonly title: string;
  readonly body_hash: Buffer;
}

/** The whole body. Throws `damaged` when it is not, to the byte, what was saved. */
export function readBody(library: Library, owner: BodyOwner): string {
  const pieces = statement<Piece & { text: string }>(
    library.db,
    `SELECT place, length, words, hash, text
     FROM body_piece
     WHERE essay_key = ?
     ORDER BY place`,
  ).all(owner.key);
  const isWhole = summarise(pieces).hash.equals(owner.body_hash);
  if (!isWhole || !pieces.every((piece) => hashOf(piece.text).equals(piece.hash))) {
    throw damagedBody(owner.title);
  }
  return pieces.map((piece) => piece.text).join('');
}

/** One piece's text, checked. */
export function readPiece(library: Library, owner: BodyOwner, piece: Piece): string {
  const text = statement<string>(
    library.db,
    'SELECT text FROM body_piece WHERE essay_key = ? AND place = ?',
  )
    .pluck()
    .get(owner.key, piece.place);
  if (text === undefined || !hashOf(text).equals(piece.hash)) throw damagedBody(owner.title);
  return text;
}

function damagedBody(title: string): StudioError {
  return new StudioError(
    'damaged',
    `The text of “${title}” is damaged: it is not what was last saved.`,
    'The other essays are not affected. Put back a copy of the library from a backup to get it back.',
  );
}

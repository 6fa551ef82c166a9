import { createHash, hash } from 'node:crypto';
import type { Library } from '../library.ts';
import { statement } from '../statement.ts';
import { countWords, recountWords } from './countWords.ts';
import { cutBody } from './cutBody.ts';
import { editorLength, type LineBreak } from './lineBreaks.ts';

/** A stored piece of a body. */
export interface Piece {
  readonly place: number;
  /** As the editor counts: UTF-16 units, a line break as one. */
  readonly length: number;
  readonly words: number;
  readonly hash: Buffer;
  readonly text: string;
}

/** The pieces of a body in order, as they are stored: whoever reads them has to hold them against their hashes. */
export function selectPieces(library: Library, key: number): readonly Piece[] {
  return statement<Piece>(
    library.db,
    `SELECT place, length, words, hash, text
     FROM body_piece
     WHERE essay_key = ?
     ORDER BY place`,
  ).all(key);
}

/** Puts a body in the place of whatever pieces the essay had. */
export function writeBody(
  library: Library,
  key: number,
  text: string,
  lineBreak: LineBreak,
): readonly Piece[] {
  statement(library.db, 'DELETE FROM body_piece WHERE essay_key = ?').run(key);
  return cutBody(text, lineBreak).map((piece, place) => writePiece(library, key, place, piece));
}

/** Stores a piece, in the place of what it was `before`. */
export function writePiece(
  library: Library,
  key: number,
  place: number,
  text: string,
  before?: Piece,
): Piece {
  const piece: Piece = {
    place,
    length: editorLength(text),
    words: before ? recountWords(before, text) : countWords(text),
    hash: hashOf(text),
    text,
  };
  statement(
    library.db,
    `INSERT INTO body_piece (essay_key, place, length, words, hash, text)
     VALUES (:key, :place, :length, :words, :hash, :text)
     ON CONFLICT DO UPDATE SET
       length = excluded.length, words = excluded.words, hash = excluded.hash, text = excluded.text`,
  ).run({ key, ...piece });
  return piece;
}

/** SHA-256 of the whole text in UTF-8. */
export function bodyHash(pieces: readonly Piece[]): Buffer {
  if (pieces.length === 1) return hashOf(pieces[0]?.text ?? '');
  const all = createHash('sha256');
  for (const { text } of pieces) all.update(text);
  return all.digest();
}

/** True for pieces of the body that was saved with this hash. In a damaged row anything may be null, whatever its table says. */
export function isBody(pieces: readonly Piece[], hash: Buffer): boolean {
  return (
    Buffer.isBuffer(hash) &&
    pieces.every(({ text }) => typeof text === 'string') &&
    bodyHash(pieces).equals(hash)
  );
}

export function hashOf(text: string): Buffer {
  return hash('sha256', text, 'buffer');
}

import { createHash } from 'node:crypto';
import type { Library } from '../library.ts';
import { statement } from '../statement.ts';
import { countWords } from './countWords.ts';
import { cutBody } from './cutBody.ts';
import { editorLength, type LineBreak } from './lineBreaks.ts';

/** A stored piece of a body, without its text. */
export interface Piece {
  readonly place: number;
  readonly length: number;
  readonly words: number;
  readonly hash: Buffer;
}

/** What the essay's row keeps of its body. */
export interface BodySummary {
  readonly words: number;
  /** SHA-256 over the hashes of the pieces in order: text missing, altered or moved shows. */
  readonly hash: Buffer;
}

/** The pieces of a body in order, without reading their text. */
export function readPieces(library: Library, key: number): readonly Piece[] {
  return statement<Piece>(
    library.db,
    `SELECT place, length, words, hash
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
): BodySummary {
  statement(library.db, 'DELETE FROM body_piece WHERE essay_key = ?').run(key);
  const pieces = cutBody(text, lineBreak).map((piece, place) =>
    writePiece(library, key, place, piece),
  );
  return summarise(pieces);
}

export function writePiece(library: Library, key: number, place: number, text: string): Piece {
  const piece: Piece = {
    place,
    length: editorLength(text),
    words: countWords(text),
    hash: hashOf(text),
  };
  statement(
    library.db,
    `INSERT INTO body_piece (essay_key, place, length, words, hash, text)
     VALUES (:key, :place, :length, :words, :hash, :text)
     ON CONFLICT DO UPDATE SET
       length = excluded.length, words = excluded.words, hash = excluded.hash, text = excluded.text`,
  ).run({ key, text, ...piece });
  return piece;
}

export function summarise(pieces: readonly Piece[]): BodySummary {
  const hash = createHash('sha256');
  let words = 0;
  for (const piece of pieces) {
    hash.update(piece.hash);
    words += piece.words;
  }
  return { words, hash: hash.digest() };
}

export function hashOf(text: string): Buffer {
  return createHash('sha256').update(text).digest();
}

import { StudioError } from '#contract/errors.ts';
import type { Library } from '../library.ts';
import { editorLength } from './lineBreaks.ts';
import { isBody, type Piece, selectPieces } from './pieces.ts';

/** An essay's row, as far as reading its body takes. */
export interface BodyOwner {
  readonly key: number;
  readonly title: string;
  readonly body_revision: number;
  readonly body_hash: Buffer;
}

/** The whole body. Throws `damaged` when it is not, to the byte, what was saved. */
export function readBody(library: Library, owner: BodyOwner): string {
  return storedPieces(library, owner)
    .map((piece) => piece.text)
    .join('');
}

/**
 * The pieces of a body in order, each with its text. Those of the essays that were written last are kept in
 * memory, for as long as nobody else has changed them. Throws `damaged` when they are not what was saved.
 */
export function readPieces(library: Library, owner: BodyOwner): readonly Piece[] {
  const known = held.get(library)?.get(owner.key);
  const isCurrent =
    known !== undefined &&
    known.revision === owner.body_revision &&
    known.hash.equals(owner.body_hash);
  return isCurrent ? known.pieces : storedPieces(library, owner);
}

/** Keeps in memory what was just written to the library as the body of an essay. */
export function holdPieces(
  library: Library,
  key: number,
  body: { readonly revision: number; readonly hash: Buffer; readonly pieces: readonly Piece[] },
): void {
  const bodies = held.get(library) ?? new Map<number, HeldBody>();
  held.set(library, bodies);
  bodies.delete(key);
  bodies.set(key, body);
  for (const oldest of bodies.keys()) {
    if (bodies.size <= mostHeld) break;
    bodies.delete(oldest);
  }
}

interface HeldBody {
  readonly revision: number;
  readonly hash: Buffer;
  readonly pieces: readonly Piece[];
}

const mostHeld = 4;
const held = new WeakMap<Library, Map<number, HeldBody>>();

function storedPieces(library: Library, owner: BodyOwner): readonly Piece[] {
  const pieces = selectPieces(library, owner.key);
  if (!isBody(pieces, owner.body_hash)) throw damagedBody(owner.title);
  // A wrong length would put an edit in a wrong place, and it is not in the hash.
  return pieces.map((piece) => ({ ...piece, length: editorLength(piece.text) }));
}

function damagedBody(title: string): StudioError {
  return new StudioError(
    'damaged',
    `The text of “${title}” is damaged: it is not what was last saved.`,
    'The other essays are not affected. Rescue the library: its history or a backup may give it back.',
  );
}

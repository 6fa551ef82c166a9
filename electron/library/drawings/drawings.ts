import { createHash } from 'node:crypto';
import { type Drawing, drawnBy } from '#contract/drawings.ts';
import type { Library } from '../library.ts';
import { statement } from '../statement.ts';
import { reading, writing } from '../transaction.ts';

/** Keeps what a source was drawn as, so that it need not be drawn again, nor by whoever cannot draw. */
export function keepDrawing(library: Library, source: string, drawing: Drawing): void {
  const drawn = JSON.stringify(drawing);
  writing(library, () =>
    statement(
      library.db,
      'INSERT OR REPLACE INTO drawing (asked, hash, drawn) VALUES (?, ?, ?)',
    ).run(hashOf(`${drawnBy}\n${source}`), hashOf(drawn), drawn),
  );
}

/** The drawing of a source; undefined where it is to be drawn, also because what was kept is not what was drawn. */
export function findDrawing(library: Library, source: string): Drawing | undefined {
  const kept = reading(library, () =>
    statement<{ hash: Buffer; drawn: string }>(
      library.db,
      'SELECT hash, drawn FROM drawing WHERE asked = ?',
    ).get(hashOf(`${drawnBy}\n${source}`)),
  );
  return kept && hashOf(kept.drawn).equals(kept.hash)
    ? (JSON.parse(kept.drawn) as Drawing)
    : undefined;
}

function hashOf(text: string): Buffer {
  return createHash('sha256').update(text).digest();
}

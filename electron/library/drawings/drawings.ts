import { createHash } from 'node:crypto';
import { type Drawing, drawnBy } from '#contract/drawings.ts';
import type { Library } from '../library.ts';
import { statement } from '../statement.ts';
import { reading, writing } from '../transaction.ts';

/** Keeps what a source was drawn as, so that it need not be drawn again, nor by whoever cannot draw. */
export function keepDrawing(library: Library, source: string, drawing: Drawing): void {
  const drawn = JSON.stringify(drawing);
  noteUse(library, source);
  writing(library, () =>
    statement(
      library.db,
      'INSERT OR REPLACE INTO drawing (asked, hash, drawn) VALUES (?, ?, ?)',
    ).run(Buffer.from(keyOf(source), 'hex'), hashOf(drawn), drawn),
  );
}

/** The drawing of a source; undefined where it is to be drawn, also because what was kept is not what was drawn. */
export function findDrawing(library: Library, source: string): Drawing | undefined {
  noteUse(library, source);
  const kept = reading(library, () =>
    statement<{ hash: Buffer; drawn: string }>(
      library.db,
      'SELECT hash, drawn FROM drawing WHERE asked = ?',
    ).get(Buffer.from(keyOf(source), 'hex')),
  );
  return kept && hashOf(kept.drawn).equals(kept.hash)
    ? (JSON.parse(kept.drawn) as Drawing)
    : undefined;
}

/**
 * Deletes the drawings of other sources than these, but for those that were asked for since the library was opened here:
 * whoever did may show them still, and will not ask again. All can be drawn anew. Gives how many went.
 */
export function pruneDrawings(library: Library, sources: Iterable<string>): number {
  const used = new Set(usedSince.get(library));
  for (const source of sources) used.add(keyOf(source));
  const kept = statement<Buffer>(library.db, 'SELECT asked FROM drawing').pluck();
  const unused = reading(library, () => kept.all()).filter((key) => !used.has(key.toString('hex')));
  if (unused.length === 0) return 0;
  const remove = statement(library.db, 'DELETE FROM drawing WHERE asked = ?');
  return writing(library, () => unused.reduce((sum, key) => sum + remove.run(key).changes, 0));
}

/** The keys of drawings that were asked for through each open library. */
const usedSince = new WeakMap<Library, Set<string>>();

function noteUse(library: Library, source: string): void {
  const used = usedSince.get(library) ?? new Set();
  usedSince.set(library, used.add(keyOf(source)));
}

function keyOf(source: string): string {
  return hashOf(`${drawnBy}\n${source}`).toString('hex');
}

function hashOf(text: string): Buffer {
  return createHash('sha256').update(text).digest();
}

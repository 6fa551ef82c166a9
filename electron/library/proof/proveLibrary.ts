import { StudioError } from '#contract/errors.ts';
import type { EssayId } from '#contract/essay.ts';
import type { Damage, Verification } from '#contract/history.ts';
import { imageProblems } from '../images/imageProblems.ts';
import type { Library } from '../library.ts';
import { statement } from '../statement.ts';
import { essayKeys, keyColumns } from './essayKeys.ts';
import { fileProblems } from './fileProblems.ts';
import { type EssayProof, proveEssay } from './proveEssay.ts';
import { publishingProblems } from './publishingProblems.ts';

export interface ProveOptions {
  /** Told before each essay; returning false stops, and what was proved until then is returned. */
  readonly onEssay?: (done: number, total: number) => boolean;
}

/** Proves every essay and every image of a library, and asks SQLite about the file. Other programs may write meanwhile. */
export function proveLibrary(library: Library, { onEssay }: ProveOptions = {}): Verification {
  const begun = performance.now();
  const file = [
    ...fileProblems(library),
    ...publishingProblems(library),
    ...imageProblems(library),
  ];
  const keys = essayKeys(library);
  let entries = 0;
  let bytes = 0;
  let essays = 0;
  const damage: Damage[] = [];
  for (const key of keys) {
    if (onEssay?.(essays, keys.length) === false) break;
    const proof = proveInOneView(library, key);
    if (proof === null) continue;
    essays++;
    entries += proof.entries;
    bytes += proof.bytes;
    damage.push(...proof.damage);
  }
  const milliseconds = performance.now() - begun;
  return {
    id: null,
    at: library.now().toISOString(),
    essays,
    entries,
    bytes,
    milliseconds,
    damage,
    file,
  };
}

/** Proves one essay. Throws `not-found` when there is none of that id. */
export function proveOne(library: Library, id: EssayId): Verification {
  const begun = performance.now();
  const key = statement<number>(library.db, 'SELECT key FROM essay WHERE id = ?').pluck().get(id);
  const proof = key === undefined ? null : proveInOneView(library, key);
  if (proof === null) {
    throw new StudioError('not-found', 'This essay is not in the library any more.');
  }
  const { entries, bytes, damage } = proof;
  const milliseconds = performance.now() - begun;
  return {
    id,
    at: library.now().toISOString(),
    essays: 1,
    entries,
    bytes,
    milliseconds,
    damage,
    file: [],
  };
}

/** Null for an essay that was deleted meanwhile. A file may be too damaged for SQLite to hold one view of it. */
function proveInOneView(library: Library, key: number): EssayProof | null {
  const prove = () => (isThere(library, key) ? proveEssay(library, key) : null);
  try {
    return library.db.transaction(prove).deferred();
  } catch {
    return prove();
  }
}

/** Something of an essay is there, or cannot be asked for. */
function isThere(library: Library, key: number): boolean {
  return keyColumns.some(([table, column]) => {
    try {
      const sql = `SELECT 1 FROM ${table} WHERE ${column} = ?`;
      return statement(library.db, sql).get(key) !== undefined;
    } catch {
      return true;
    }
  });
}

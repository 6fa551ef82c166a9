import type { Library } from '../library.ts';
import { libraryId } from '../libraryId.ts';

/**
 * What SQLite finds wrong with a library's file, and whether the library knows which it is. SQLite keeps no checksums,
 * so that text can change without its noticing.
 */
export function fileProblems(library: Library): string[] {
  try {
    const said = library.db.pragma('integrity_check') as { integrity_check: string }[];
    const problems = said.map((row) => row.integrity_check).filter((sentence) => sentence !== 'ok');
    return libraryId(library) === null ? [...problems, lostId] : problems;
  } catch (error) {
    return [error instanceof Error ? error.message : String(error)];
  }
}

const lostId = 'The library’s own id, by which its backups know it, is not the one it was given.';
